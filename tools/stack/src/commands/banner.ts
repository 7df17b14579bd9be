import type { Home } from '../home';
import { demoPeople } from '../issuer/people';
import type { StackDescription } from '../stack-file';

/** What a person needs to begin, once everything is ready. */
export function banner(stack: Omit<StackDescription, 'processes'>, home: Home): string {
  const people = demoPeople.map(
    ({ key, name, title }) => `  ${key.padEnd(13)} ${name}  ${title}\n    ${stack.tokens[key]}`,
  );
  return `
행정서비스헌장 플랫폼이 준비되었습니다. The charter is ready.

  GraphQL     ${stack.endpoint}
  Playground  ${stack.playground}
  Charter     ${stack.charter}
  Mail        ${stack.mail} (text and push messages: ${stack.mail}/port)
  Data        ${home.folder}

Demo people, each with a bearer token (30 days; all of it is in ${home.stack}):
${people.join('\n')}

Ctrl-C stops everything. The data stay.

`;
}

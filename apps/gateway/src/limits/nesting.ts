import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { LIMITS, TooComplex } from './measure';

const OPENS: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Looks at the value of a variable before anybody reads it: a scalar of our own takes whatever comes, and writing a few thousand lists inside
 * each other is more than the stack holds.
 * @throws {TooComplex}
 */
export function checkDepth(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= LIMITS.values) throw new TooComplex('values', depth + 1);
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1);
}

/**
 * Looks at a text before it is parsed: parsing goes one call deeper for each bracket inside another, also in values and types, and a
 * few thousand of them are more than the stack holds. What is no GraphQL at all is left to the parser to say.
 * @throws {TooComplex}
 */
export function checkNesting(text: string): void {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  try {
    for (let tokens = 0; tokens <= LIMITS.tokens; tokens += 1) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) return;
      if (OPENS.has(kind)) depth += 1;
      if (CLOSES.has(kind)) depth -= 1;
      if (depth > LIMITS.nesting) throw new TooComplex('nesting', depth);
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

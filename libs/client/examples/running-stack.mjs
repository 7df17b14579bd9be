// Where the platform of `npm start` is, for the examples: its description, or the environment's word.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HOME = process.env.CHARTER_HOME ?? fileURLToPath(new URL('../../../.charter', import.meta.url));

function described() {
  try {
    return JSON.parse(readFileSync(`${HOME}/stack.json`, 'utf8'));
  } catch (cause) {
    throw new Error('No platform is running here: start one with npm start, or set CHARTER_ENDPOINT.', { cause });
  }
}

/** The address of its GraphQL. */
export const endpoint = () => process.env.CHARTER_ENDPOINT ?? described().endpoint;

/** The token of a demo person, such as `citizen` or `officer`; CHARTER_TOKEN goes before it. */
export const tokenOf = (person) => process.env.CHARTER_TOKEN ?? described().tokens[person];

import { demo } from './commands/demo';
import { recordVerify } from './commands/record-verify';
import { reset } from './commands/reset';
import { start } from './commands/start';
import { stop } from './commands/stop';
import { sentenceFor } from './stack-error';

const commands = { start, stop, reset, demo, 'record-verify': recordVerify };

/**
 * Runs one command of the stack and ends the process with its code. A fault that a person can mend is one sentence.
 * @param args what followed the command on the line
 */
export async function main(command: keyof typeof commands, args: readonly string[]): Promise<void> {
  try {
    process.exit(await commands[command](args));
  } catch (error) {
    console.error(`\n${sentenceFor(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exit(1);
  }
}

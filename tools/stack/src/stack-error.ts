/**
 * A fault that the person at the keyboard can put right. It is shown as its sentence alone, never with a stack trace:
 * what is wrong, then what to do.
 */
export class StackError extends Error {
  override readonly name = 'StackError';
}

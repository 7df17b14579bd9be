/**
 * A fault that the person at the keyboard can put right. It is shown as its sentence alone, never with a stack trace:
 * what is wrong, then what to do.
 */
export class StackError extends Error {
  override readonly name = 'StackError';
}

const SYSTEM_FAULTS: Record<string, string> = {
  EACCES: 'may not be read or written by this user: correct its permissions, or name another folder with CHARTER_HOME.',
  EPERM: 'may not be changed by this user: correct its owner, or name another folder with CHARTER_HOME.',
  EROFS: 'is on a file system that can only be read: name another folder with CHARTER_HOME.',
  ENOSPC: 'cannot be written, the disk is full: make room and start again.',
  EDQUOT: 'cannot be written, your share of the disk is used up: make room and start again.',
};

/** The sentence for a fault that a person can mend; undefined for a fault of the program. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof StackError) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  const fault = code ? SYSTEM_FAULTS[code] : undefined;
  return fault && `${path ?? 'A file'} ${fault}`;
}

const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];
const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };
const WIDTH = 22;

/** Fields that say nothing new beside the prefix and the message. */
const SILENT = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'name', 'service', 'role', 'v']);

/** Where log lines of many processes become lines for one reader. */
export class LogView {
  private readonly colours = new Map<string, number>();

  /**
   * @param write where a finished line goes
   * @param coloured whether the reader's terminal shows colours
   * @param whole whether structured lines stay the JSON that they are, for a reader who is a program
   */
  constructor(
    private readonly write: (line: string) => void,
    private readonly coloured: boolean,
    private readonly whole = false,
  ) {}

  /** One line of a process: JSON of the structured log is made readable, anything else is shown as it is. */
  line(name: string, line: string): void {
    this.write(`${this.prefix(name)} ${this.whole ? line : readable(line)}`);
  }

  /** What the supervisor itself says about a process. */
  note(name: string, note: string): void {
    this.write(`${this.prefix(name)} ${this.paint(1, `● ${note}`)}`);
  }

  private prefix(name: string): string {
    const known = this.colours.get(name) ?? COLOURS[this.colours.size % COLOURS.length] ?? 0;
    this.colours.set(name, known);
    return this.paint(known, `${name.padEnd(WIDTH)}│`);
  }

  private paint(code: number, text: string): string {
    return this.coloured ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

/** A structured log line as level, message and what else it says. */
export function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  let entry: Record<string, unknown>;
  try {
    entry = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return line;
  }
  if (typeof entry['msg'] !== 'string') return line;
  const level = LEVELS[Number(entry['level'])] ?? '';
  const rest = Object.entries(entry)
    .filter(([field]) => !SILENT.has(field))
    .map(([field, value]) => `${field}=${short(value)}`);
  return [level.padEnd(5), entry['msg'], ...rest].join(' ');
}

function short(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'message' in value) return String(value.message);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

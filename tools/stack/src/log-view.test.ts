import { LogView, readable } from './log-view';

describe('log lines', () => {
  it('of structured logs are made readable, without what the prefix says already', () => {
    const line =
      '{"level":40,"time":"2026-06-15T00:00:00Z","service":"notices","role":"worker","msg":"postponed","attempts":2,"err":{"message":"refused"}}';
    expect(readable(line)).toBe('warn  postponed attempts=2 err=refused');
  });

  it('stay whole for a reader who is a program', () => {
    const lines: string[] = [];
    const line = '{"level":40,"msg":"postponed","err":{"message":"refused","stack":"at …"}}';
    new LogView((each) => lines.push(each), false, true).line('notices', line);
    expect(lines[0]).toMatch(/^notices +│ (.*)$/);
    expect(lines[0]!.endsWith(line)).toBe(true);
  });

  it.each(['plain words', '{"half":', '{"no":"message"}'])('that are something else stay as they are: %s', (line) => {
    expect(readable(line)).toBe(line);
  });

  it('carry the name of their process, in a colour of its own where there are colours', () => {
    const lines: string[] = [];
    const plain = new LogView((line) => lines.push(line), false);
    plain.line('mail', 'hello');
    plain.note('mail', 'ended');
    const coloured = new LogView((line) => lines.push(line), true);
    coloured.line('mail', 'a');
    coloured.line('gateway', 'b');
    coloured.line('mail', 'c');
    expect(lines[0]).toMatch(/^mail +│ hello$/);
    expect(lines[1]).toMatch(/^mail +│ ● ended$/);
    const codes = lines.slice(2).map((line) => /^\u001b\[(\d+)m/.exec(line)?.[1]);
    expect(codes[0]).toBe(codes[2]);
    expect(codes[0]).not.toBe(codes[1]);
  });
});

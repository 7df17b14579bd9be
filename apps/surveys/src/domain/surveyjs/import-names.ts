/** Codes for names of another tool: the same where it is one already, otherwise near it, and never the same twice. */
export class Names {
  private readonly taken = new Set<string>();
  constructor(private readonly fallback: string) {}

  codeOf(name: string): string {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 28);
    const code = /^[a-z]/.test(plain) ? plain : [this.fallback, plain].filter(Boolean).join('_').slice(0, 28);
    const wanted = /^[a-z][a-z0-9_]{0,31}$/.test(name) ? name : code;
    let free = wanted;
    for (let n = 2; this.taken.has(free); n += 1) free = `${wanted.slice(0, 28)}_${n}`;
    this.taken.add(free);
    return free;
  }
}

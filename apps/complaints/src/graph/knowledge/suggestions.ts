import { type Cursors, badInput } from '@charter/service';
import type { Suggested } from '../../store/knowledge/routing.store';

const LIST = 'routing suggestion';

/** What was suggested, signed: it comes back with the filing, and nobody tells of a suggestion that was never made. */
export class Suggestions {
  constructor(private readonly cursors: Cursors) {}

  seal({ services, departments }: Suggested): string {
    return this.cursors.encode(LIST, [services.join(' '), departments.join(' ')]);
  }

  /** @throws BAD_USER_INPUT for an id that was not made here */
  open(suggestionId: string): Suggested {
    try {
      const [services, departments] = this.cursors.decode(LIST, suggestionId);
      const codes = (text: string | undefined) => (text ?? '').split(' ').filter(Boolean);
      return { services: codes(services), departments: codes(departments) };
    } catch {
      throw badInput('`suggestionId` is not one of suggestRouting: leave it out, or ask for a suggestion again.');
    }
  }
}

import { KEEP_LOGOUT_PATH, LIST_LOGOUTS_PATH, type Logout, logoutPageSchema } from '@charter/contracts';
import { type Logger, PollingLoop, type ServiceClient } from '@charter/service';
import { logoutsRead } from '../observe/metrics';
import type { TokenFacts } from './bearer';
import { LogoutList } from './logout-list';

/** How soon a logout at one gateway holds at the others, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

export interface LogoutsParts {
  /** Calls that the gateway signs. */
  readonly services: Pick<ServiceClient, 'post'>;
  readonly log: Logger;
}

/**
 * The logouts that all gateways share: notices keeps them, each gateway looks for new ones every second. While notices is away
 * those that are known hold, and nobody can log out; nobody else is kept from working.
 */
export class Logouts extends PollingLoop {
  readonly #list = new LogoutList(Date.now);
  /** The number of the last one that is known. */
  #last = 0;
  #isBehind = false;

  constructor(private readonly shared: LogoutsParts) {
    super({ everyMs: LOOK_EVERY_MS, what: 'looking for logouts', log: shared.log });
  }

  /** Whether somebody has logged this token out. */
  readonly has = (token: TokenFacts): boolean => this.#list.has(token);

  /** Ends tokens: here at once, at the other gateways with their next look. @throws {ServiceUnavailable} when it cannot be kept */
  async keep(logout: Logout, requestId: string): Promise<void> {
    await this.shared.services.post('notices', KEEP_LOGOUT_PATH, logout, requestId);
    this.#list.add(logout);
  }

  /** Takes over what is new. A list that cannot be read is told once, and once more when it can be again. */
  override async runOnce(): Promise<void> {
    try {
      await this.#catchUp();
      logoutsRead.setToCurrentTime();
      if (this.#isBehind) this.shared.log.info('logouts of other gateways are known again');
      this.#isBehind = false;
    } catch (error) {
      if (!this.#isBehind)
        this.shared.log.error({ err: error }, 'logouts cannot be read: only those known so far hold');
      this.#isBehind = true;
    }
  }

  async #catchUp(): Promise<void> {
    for (let more = true; more;) {
      const question = { after: this.#last };
      const answer = await this.shared.services.post('notices', LIST_LOGOUTS_PATH, question, 'gateway-logouts');
      const page = logoutPageSchema.parse(answer);
      for (const logout of page.logouts) this.#list.add(logout);
      this.#last = page.last;
      ({ more } = page);
    }
  }
}

import { StackError } from './stack-error';

interface GraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const TIMEOUT_MS = 15_000;

/** Speaks to the public endpoint as one person, as any client would. */
export class GraphClient {
  constructor(
    private readonly endpoint: string,
    private readonly token: string | undefined,
  ) {}

  /**
   * Runs one operation.
   * @returns its data, whole
   * @throws {StackError} with the endpoint's own words when there is any error
   */
  async run<T>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.post(query, variables);
    const fault = answer.errors
      ?.map(({ message, extensions }) => `${extensions?.code ?? 'ERROR'}: ${message}`)
      .join('; ');
    if (fault || !answer.data) throw new StackError(fault ?? 'The endpoint gave no data.');
    return answer.data as T;
  }

  private async post(query: string, variables: object): Promise<GraphAnswer> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.token && { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as GraphAnswer;
  }
}

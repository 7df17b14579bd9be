import type { RunningStack } from './running-stack';
import { PETITIONER, request, sevenDayService } from './story';

const FILE = `mutation ($input: FileComplaintInput!) { result: fileComplaint(input: $input) {
  complaint { receiptNumber citizen { id name } department { name } notices { kind } } errors { code } } }`;

/** What a filing is from the gateway to the last who handles it: `process kind span`. */
export const WAY_OF_A_FILING = [
  'gateway server answer request',
  'gateway client call complaints',
  'complaints server answer graph',
  'complaints-worker producer publish complaint.filed.v1',
  'notices-worker consumer handle notices-inbox',
];
export const END_OF_A_FILING = { name: 'handle notices-inbox', type: 'complaint.filed.v1' };

interface Filed {
  readonly result: {
    readonly complaint: { readonly receiptNumber: string; readonly citizen: { readonly id: string } } | null;
    readonly errors: readonly object[];
  };
}

/**
 * Files a complaint as the demo citizen, through the public endpoint.
 * @param traceparent of a trace that the client says it has begun
 * @returns what no trace of it may tell
 */
export async function filesTraced(stack: RunningStack, requestId: string, traceparent: string): Promise<string[]> {
  const input = request(await sevenDayService(stack));
  const { endpoint, tokens } = stack.description;
  const { data, errors } = await stack.post<Filed>(
    endpoint,
    { query: FILE, variables: { input } },
    { authorization: `Bearer ${tokens.citizen}`, 'x-request-id': requestId, traceparent },
  );
  const complaint = data?.result.complaint;
  if (!complaint) throw new Error(`Nothing was filed: ${JSON.stringify(errors ?? data)}`);
  const { title, body } = input;
  return [tokens.citizen, ...Object.values(PETITIONER), title, body, complaint.receiptNumber, complaint.citizen.id];
}

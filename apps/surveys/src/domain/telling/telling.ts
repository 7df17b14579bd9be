import { SMALLEST_GROUP } from '../disclosure/audit';

/** What a department has been answered to a standing questionnaire and is not told of yet. */
export interface Waiting {
  readonly responses: number;
  /** How many of them have a mean of five-point answers. */
  readonly means: number;
}

/**
 * Whether what waits is told, all of it together. Figures of the running month are as of now and periods are free: whoever reads
 * twice can subtract. What is told joins every figure as one batch, so two readings differ by whole batches, which are five and more.
 */
export const isTold = ({ responses, means }: Waiting): boolean =>
  responses >= SMALLEST_GROUP && (means === 0 || means >= SMALLEST_GROUP);

import { z } from 'zod';
import { USER_ERROR_CODES } from './refusals';

/**
 * What complaints and participation ask each other when one becomes the other: texts and contacts never travel in events.
 * `POST` on the paths below, SERVICE identity only. What is absent is null.
 */
export const CONVERTED_COMPLAINT_PATH = '/internal/converted-complaint';
export const CONVERTED_PROPOSAL_PATH = '/internal/converted-proposal';
/** Whether a service of the catalogue takes a complaint today: asked before a proposal is converted. */
export const SERVICE_OFFER_PATH = '/internal/service-offer';

const id = z.uuid();

const person = z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() });

export const convertedComplaintRequest = z.object({ complaintId: id });
export const convertedComplaint = z.object({
  complaint: z
    .object({
      title: z.string(),
      body: z.string(),
      proposer: person,
      /** Whether the citizen agreed that others may read it: one who did not has said nothing to the public. */
      public: z.boolean(),
    })
    .nullable(),
});

export const convertedProposalRequest = z.object({ proposalId: id });
export const convertedProposal = z.object({
  proposal: z
    .object({
      title: z.string(),
      body: z.string(),
      petitioner: person,
      /** Why it is no proposal, in the office's words. */
      reason: z.string(),
    })
    .nullable(),
});

export const serviceOfferRequest = z.object({ serviceCode: z.string() });
export const serviceOffer = z.object({
  refusals: z.array(
    z.object({
      code: z.enum(USER_ERROR_CODES),
      message: z.object({ ko: z.string(), en: z.string() }),
      path: z.array(z.string()).optional(),
    }),
  ),
});

export type ConvertedComplaint = z.infer<typeof convertedComplaint>;
export type ConvertedProposal = z.infer<typeof convertedProposal>;
export type ServiceOffer = z.infer<typeof serviceOffer>;

/** Why a period does not count for a while (행정절차법 시행령 제11조; 민원 처리에 관한 법률 시행령 제17조). */
export const SUSPENSIONS = [
  'FIELD_INVESTIGATION',
  'HEARING',
  'EXPERT_REVIEW',
  'PRIOR_MATTER',
  'REPRESENTATIVE_SELECTION',
] as const;
export type Suspension = (typeof SUSPENSIONS)[number];

/** What may be done to a complaint after it was taken in. Lengths of supplements are calendar days, of suspensions working days. */
export type HandlingCommand =
  | { readonly type: 'assign'; readonly officerId: string }
  | { readonly type: 'move'; readonly departmentCode: string; readonly reason: string }
  | { readonly type: 'transfer'; readonly body: string; readonly reason: string }
  | {
      readonly type: 'requestSupplement';
      readonly text: string;
      readonly days: number;
      readonly causedByOffice: boolean;
    }
  | { readonly type: 'extendSupplement'; readonly days: number; readonly reason: string }
  | { readonly type: 'submitSupplement'; readonly text: string }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'suspend'; readonly suspension: Suspension; readonly days: number; readonly reason: string }
  | { readonly type: 'extendSuspension'; readonly days: number; readonly reason: string }
  | { readonly type: 'resume'; readonly result: string }
  | { readonly type: 'extend'; readonly length: number; readonly reason: string }
  | { readonly type: 'consent'; readonly given: boolean }
  | { readonly type: 'reportInterim'; readonly progress: string }
  | { readonly type: 'requestInterim' }
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'reject'; readonly reason: string }
  | { readonly type: 'withdraw' }
  | { readonly type: 'closeRepeated'; readonly reason: string; readonly mediated: boolean }
  | { readonly type: 'convert'; readonly reason: string }
  | { readonly type: 'reopen' }
  | { readonly type: 'giveOpinion'; readonly satisfied: boolean; readonly text: string | null };

export type CommandType = HandlingCommand['type'];

import { registerEnumType } from 'type-graphql';
import { CHANNELS, VISIBILITIES, type Channel, type Visibility } from '../domain/filing';
import { STATUSES, SUSPENSIONS, type Status, type Suspension } from '../domain/handling';
import { COMPLAINT_KINDS, type ComplaintKind } from '../domain/service-item';

/** The values of an enum for GraphQL, of those that the domain lists. */
export const enumOf = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };

export const StatusEnum = enumOf<Status>(STATUSES);
registerEnumType(StatusEnum, {
  name: 'ComplaintStatus',
  description: 'How far a complaint is. Lateness is a fact beside it: see overdue.',
  valuesConfig: {
    RECEIVED: { description: 'Received (접수).' },
    ASSIGNED: { description: 'An officer handles it (담당자 지정).' },
    SUPPLEMENT_REQUESTED: {
      description: 'Something is missing: the periods stand still until it is given (보완 요구).',
    },
    SUSPENDED: { description: 'An investigation, hearing or review: the periods stand still (조사·의견청취).' },
    ANSWERED: { description: 'Answered (답변 완료).' },
    REJECTED: { description: 'Refused, with reason and remedies (거부).' },
    RETURNED: { description: 'Returned because no supplement came (반려).' },
    TRANSFERRED: { description: 'Passed to a body outside the city (이송).' },
    WITHDRAWN: { description: 'Taken back by the citizen (취하).' },
    CLOSED_AS_REPEAT: { description: 'Closed: the same was answered twice before (반복민원 종결).' },
    CONVERTED: { description: 'Handled as a proposal from here on (제안 전환).' },
  },
});

export const SuspensionEnum = enumOf<Suspension>(SUSPENSIONS);
registerEnumType(SuspensionEnum, {
  name: 'ComplaintSuspension',
  description: 'Why the periods of a complaint stand still (행정절차법 시행령 제11조).',
  valuesConfig: {
    FIELD_INVESTIGATION: {
      description: 'A grievance is investigated on the spot (현장조사): 14 working days, once 7 more.',
    },
    HEARING: { description: 'Those concerned are heard (의견청취).' },
    EXPERT_REVIEW: { description: 'A test, inspection or expert opinion (실험·검사·감정).' },
    PRIOR_MATTER: { description: 'Another matter has to be settled first (선행사무).' },
    REPRESENTATIVE_SELECTION: { description: 'Many petitioners choose who represents them (대표자 선정).' },
  },
});

export const KindEnum = enumOf<ComplaintKind>(COMPLAINT_KINDS);
registerEnumType(KindEnum, {
  name: 'ComplaintKind',
  description: 'Kinds of complaints (민원 처리에 관한 법률 제2조).',
  valuesConfig: {
    STATUTORY: { description: 'Statutory: a permit, a certificate (법정민원).' },
    INQUIRY: { description: 'A question about law or procedure (질의민원).' },
    SUGGESTION: { description: 'A suggestion to improve (건의민원).' },
    OTHER: { description: 'Another request (기타민원).' },
    GRIEVANCE: { description: 'A grievance about an unjust act (고충민원).' },
  },
});

export const ChannelEnum = enumOf<Channel>(CHANNELS);
registerEnumType(ChannelEnum, {
  name: 'ComplaintChannel',
  description: 'How a complaint came in.',
  valuesConfig: {
    ONLINE: { description: 'Online by the citizen.' },
    VISIT: { description: 'At the counter (방문).' },
    PHONE: { description: 'By phone (전화).' },
    LETTER: { description: 'By letter (우편).' },
  },
});

export const OfflineChannelEnum = enumOf<Exclude<Channel, 'ONLINE'>>(['VISIT', 'PHONE', 'LETTER']);
registerEnumType(OfflineChannelEnum, {
  name: 'OfflineChannel',
  description: 'How a complaint came in, when an officer registers it.',
  valuesConfig: {
    VISIT: { description: 'At the counter (방문).' },
    PHONE: { description: 'By phone (전화).' },
    LETTER: { description: 'By letter (우편).' },
  },
});

export const VisibilityEnum = enumOf<Visibility>(VISIBILITIES);
registerEnumType(VisibilityEnum, {
  name: 'ComplaintVisibility',
  description: 'Who may read a complaint besides those concerned.',
  valuesConfig: {
    PRIVATE: { description: 'Nobody (비공개).' },
    PUBLIC_MASKED: { description: 'The citizen agrees that it is published, masked (공개).' },
  },
});

export const OrderEnum = { NEWEST: 'NEWEST', NEAREST_DEADLINE: 'NEAREST_DEADLINE' } as const;
registerEnumType(OrderEnum, {
  name: 'ComplaintOrder',
  description: 'How complaints are ordered; ties break on id.',
  valuesConfig: {
    NEWEST: { description: 'Received last first.' },
    NEAREST_DEADLINE: { description: 'Due first first, so that the latest stand on top.' },
  },
});

import { registerEnumType } from 'type-graphql';

export const BreachEnum = { LATE_STATUTORY: 'LATE_STATUTORY', LATE_CHARTER: 'LATE_CHARTER' } as const;
registerEnumType(BreachEnum, {
  name: 'Breach',
  description: 'What the city pays for.',
  valuesConfig: {
    LATE_STATUTORY: { description: 'Late by the law’s date (법정 처리기한 초과).' },
    LATE_CHARTER: { description: 'Late by the charter’s shorter date (단축 처리기한 초과).' },
  },
});

export const FormEnum = {
  CASH: 'CASH',
  GIFT_CERTIFICATE: 'GIFT_CERTIFICATE',
  LOCAL_CURRENCY: 'LOCAL_CURRENCY',
} as const;
registerEnumType(FormEnum, {
  name: 'CompensationForm',
  description: 'How the city pays.',
  valuesConfig: {
    CASH: { description: 'By bank transfer (계좌 이체).' },
    GIFT_CERTIFICATE: { description: 'A gift certificate (상품권).' },
    LOCAL_CURRENCY: { description: 'Local currency (지역화폐).' },
  },
});

export const ClaimStatusEnum = { OPENED: 'OPENED' } as const;
registerEnumType(ClaimStatusEnum, {
  name: 'CompensationClaimStatus',
  description: 'How far a claim is.',
  valuesConfig: { OPENED: { description: 'Opened (개시), to be reviewed.' } },
});

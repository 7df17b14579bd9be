import { registerEnumType } from 'type-graphql';
import type { Breach, Form } from '../domain/rule';
import type { ClaimStatus } from '../store/compensation.entity';

export const BreachEnum: { [B in Breach]: B } = { LATE_STATUTORY: 'LATE_STATUTORY', LATE_CHARTER: 'LATE_CHARTER' };
registerEnumType(BreachEnum, {
  name: 'Breach',
  description: 'What the city pays for.',
  valuesConfig: {
    LATE_STATUTORY: { description: 'Late by the law’s date (법정 처리기한 초과).' },
    LATE_CHARTER: { description: 'Late by the charter’s shorter date (단축 처리기한 초과).' },
  },
});

export const FormEnum: { [F in Form]: F } = {
  CASH: 'CASH',
  GIFT_CERTIFICATE: 'GIFT_CERTIFICATE',
  LOCAL_CURRENCY: 'LOCAL_CURRENCY',
};
registerEnumType(FormEnum, {
  name: 'CompensationForm',
  description: 'How the city pays.',
  valuesConfig: {
    CASH: { description: 'By bank transfer (계좌 이체).' },
    GIFT_CERTIFICATE: { description: 'A gift certificate (상품권).' },
    LOCAL_CURRENCY: { description: 'Local currency (지역화폐).' },
  },
});

export const ClaimStatusEnum: { [S in ClaimStatus]: S } = { OPENED: 'OPENED' };
registerEnumType(ClaimStatusEnum, {
  name: 'CompensationClaimStatus',
  description: 'How far a claim is.',
  valuesConfig: { OPENED: { description: 'Opened (개시), to be reviewed.' } },
});

import { graphEnum } from '@charter/service';
import { CLAIM_STATUSES, REFUSAL_GROUNDS } from '../domain/claims/claim';
import { BREACHES, EXCLUSIONS, FORMS } from '../domain/rule';
import { STOCK_FORMS } from '../domain/stock/stock';

export const BreachEnum = graphEnum('Breach', 'What the city pays for.', BREACHES, {
  LATE_STATUTORY: { description: 'Late by the law’s date (법정 처리기한 초과).' },
  LATE_CHARTER: { description: 'Late by the charter’s shorter date (단축 처리기한 초과).' },
  OBJECTION_UPHELD: { description: 'An objection was upheld: the handling was wrong (이의신청 인용).' },
  REPEAT_VISIT: { description: 'A second visit or supplement by the office’s own omission (행정사무 착오).' },
  WRONG_NOTICE: { description: 'The office told something wrong (잘못된 안내).' },
  UNKINDNESS: { description: 'Unkindness that was confirmed (불친절).' },
});

export const FormEnum = graphEnum('CompensationForm', 'How the city pays.', FORMS, {
  CASH: { description: 'By bank transfer (계좌 이체).' },
  GIFT_CERTIFICATE: { description: 'A gift certificate (상품권).' },
  LOCAL_CURRENCY: { description: 'Local currency (지역화폐).' },
});

export const StockFormEnum = graphEnum('CompensationStockForm', 'What is handed over, of a stock.', STOCK_FORMS, {
  GIFT_CERTIFICATE: { description: 'A gift certificate (상품권).' },
  LOCAL_CURRENCY: { description: 'Local currency (지역화폐).' },
});

export const ExclusionEnum = graphEnum(
  'CompensationExclusion',
  'Why a rule does not pay though a promise was broken.',
  EXCLUSIONS,
  {
    OTHER_REMEDY: { description: 'Another remedy is sought for the same (다른 구제 절차).' },
    CAUSED_BY_CITIZEN: { description: 'The citizen caused it (민원인 귀책).' },
  },
);

export const ClaimStatusEnum = graphEnum('CompensationClaimStatus', 'How far a claim is.', CLAIM_STATUSES, {
  OPENED: { description: 'Opened (개시), to be reviewed.' },
  REVIEWED: { description: 'Reviewed (검토 완료): somebody else decides.' },
  APPROVED: { description: 'Approved (승인): paid with the next batch, or handed over.' },
  REFUSED: { description: 'Refused (거절), with a reason; the citizen can object once.' },
  OBJECTED: { description: 'The citizen objected (이의신청): reviewed and decided again.' },
  PAYING: { description: 'On its way to the bank (지급 중).' },
  PAID: { description: 'Paid (지급 완료).' },
  RETURNED: { description: 'The bank could not pay (지급 실패): the account is needed again.' },
});

export const RefusalGroundEnum = graphEnum('CompensationRefusalGround', 'Why a claim is refused.', REFUSAL_GROUNDS, {
  NO_BREACH: { description: 'No promise was broken (위반 없음).' },
  CAUSED_BY_CITIZEN: { description: 'The delay was the citizen’s (민원인 귀책).' },
  OTHER_REMEDY: { description: 'It is made good in another way (다른 구제 절차).' },
  NO_EVIDENCE: { description: 'It was not shown (증빙 부족).' },
  OTHER: { description: 'Another reason, as written (기타).' },
});

import type { Story } from '../story';

const rules: Story = {
  name: 'CompensationRules',
  title: { ko: '보상 기준', en: 'What the city pays when it fails' },
  person: 'citizen',
  query: `query CompensationRules {
  compensationRules {
    code
    version
    nameKo
    breach
    form
    baseAmount
    stepAmount
    cap
    distance {
      fromKm
      amount
    }
    exclusions
    yearlyCeiling
    decisionDays
    validFrom
  }
}`,
};

const account: Story = {
  name: 'GiveAccount',
  title: { ko: '보상 받을 계좌', en: 'Where to be paid' },
  person: 'citizen',
  query: `mutation GiveAccount($input: GiveAccountInput!) {
  giveAccount(input: $input) {
    account {
      bankCode
      masked
    }
    errors {
      code
      message
    }
  }
}`,
  variables: { input: { bankCode: '032', number: '111-2223-3344', holder: '홍길동' } },
};

const toDecide: Story = {
  name: 'ClaimsToDecide',
  title: { ko: '검토할 보상 청구', en: 'Claims to review' },
  person: 'officer',
  query: `query ClaimsToDecide($first: Int!) {
  compensationClaims(first: $first, filter: { status: OPENED }) {
    edges {
      node {
        id
        breach
        amount
        lateWorkingDays
        decision {
          dueAt
          state
        }
        history {
          at
          by
          to
        }
      }
    }
  }
}`,
  variables: { first: 20 },
};

const money: Story = {
  name: 'BudgetAndLedger',
  title: { ko: '보상 예산과 분개', en: 'Budget and ledger' },
  person: 'auditor',
  query: `query BudgetAndLedger($year: Int!) {
  compensationBudget(year: $year) {
    department {
      name
    }
    appropriated
    available
    reserved
    inTransit
    spent
  }
  ledger(first: 10) {
    edges {
      node {
        seq
        kind
        postings {
          account
          side
          amount
        }
        hash
      }
    }
  }
  ledgerAudit {
    entries
    firstBroken
    balanced
  }
  claimHistoryAudit {
    claims
    lines
    broken
  }
}`,
  variables: { year: 2026 },
};

const batches: Story = {
  name: 'PayoutBatches',
  title: { ko: '지급 묶음', en: 'Payout batches' },
  person: 'admin',
  query: `query PayoutBatches {
  payoutBatches(first: 10) {
    edges {
      node {
        number
        payOn
        status
        rows
        total
        paidRows
        failedRows
      }
    }
  }
}`,
};

const claim: Story = {
  name: 'FileClaim',
  title: { ko: '재방문 보상 청구', en: 'Claim for a second visit' },
  person: 'citizen',
  query: `mutation FileClaim($input: FileClaimInput!) {
  fileClaim(input: $input) {
    claim {
      id
      status
      amount
      form
      distanceKm
      decision {
        dueAt
      }
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: {
    input: {
      complaintId: '{{complaint}}',
      breach: 'REPEAT_VISIT',
      occurredOn: '2026-11-20',
      statement: '빠진 서류를 알려 주지 않아 두 번 방문하였습니다.',
      evidence: '두 번째 방문의 순번표',
      distanceKm: 12,
    },
  },
};

const stock: Story = {
  name: 'CompensationStock',
  title: { ko: '상품권·지역화폐 재고', en: 'Stock of gift certificates and local currency' },
  person: 'officer',
  query: `query CompensationStock {
  compensationStock {
    form
    faceValue
    received {
      pieces
      amount
    }
    inStock {
      pieces
      amount
    }
    setAside {
      amount
    }
    handedOut {
      amount
    }
  }
}`,
};

const toHandOver: Story = {
  name: 'ClaimsToHandOver',
  title: { ko: '건네줄 보상', en: 'Claims to hand over' },
  person: 'officer',
  query: `query ClaimsToHandOver {
  compensationClaims(first: 20, filter: { status: APPROVED }) {
    edges {
      node {
        id
        form
        amount
        toHandOver {
          faceValue
          pieces
        }
        handouts {
          handedAt
          pieces {
            faceValue
            masked
          }
        }
      }
    }
  }
}`,
};

const letters: Story = {
  name: 'Letters',
  title: { ko: '사과 및 시정 공문', en: 'Letters of apology' },
  person: 'citizen',
  query: `query Letters {
  compensationClaims(first: 5) {
    edges {
      node {
        receiptNumber
        status
        letters {
          id
          number
          sentAt
          text {
            to {
              value
            }
            subject {
              value
            }
            opening
            sections {
              mark
              heading
              rows {
                label
                value
              }
              paragraphs
            }
          }
        }
      }
    }
  }
}`,
};

const confirmFault: Story = {
  name: 'ConfirmFault',
  title: { ko: '불친절 확인', en: 'Unkindness is confirmed' },
  person: 'manager',
  query: `mutation ConfirmFault($input: ConfirmFaultInput!) {
  confirmFault(input: $input) {
    complaint {
      confirmedFaults {
        fault
        occurredOn
        confirmedAt
      }
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: {
    input: {
      complaintId: '{{complaint}}',
      fault: 'UNKINDNESS',
      occurredOn: '2026-11-20',
      finding: '통화 녹음으로 확인하였습니다.',
    },
  },
};

/** Compensation, for each of those who have a part in it. */
export const compensation: readonly Story[] = [
  ...[rules, claim, confirmFault, account, letters, toDecide, stock, toHandOver, money, batches],
];

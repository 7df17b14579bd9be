import type { Story } from '../story';

// The text of the charter: the version in force, and what the next one changes; departments and who carries on their work.

const charterInForce: Story = {
  name: 'CharterInForce',
  title: { ko: '시행 중인 헌장', en: 'The charter in force' },
  person: 'citizen',
  query: `query CharterInForce {
  charter {
    version
    title
    inForceFrom
    inForceUntil
    preamble
    commonStandards {
      category
      clauses {
        text
        standard {
          target {
            text
          }
        }
      }
    }
    departmentStandards {
      name
      phone
      standards {
        promise
        target {
          text
        }
      }
    }
    citizenDuties {
      text
    }
  }
}`,
};

const charterChanges: Story = {
  name: 'CharterChanges',
  title: { ko: '헌장 신구 대비', en: 'What a new version of the charter changes' },
  person: 'citizen',
  query: `query CharterChanges {
  charters(first: 5) {
    edges {
      node {
        version
        status
        inForceFrom
        changes {
          place
          code
          kind
          text {
            before
            after
            words {
              kind
              text
            }
          }
        }
      }
    }
  }
}`,
};

const departmentHistory: Story = {
  name: 'DepartmentHistory',
  title: { ko: '부서의 연혁과 승계', en: 'Departments: history and succession' },
  person: 'citizen',
  query: `query DepartmentHistory {
  departments {
    code
    name
    parent {
      code
    }
    closedOn
    successor {
      code
    }
    predecessors {
      code
      closedOn
    }
    history {
      savedAt
      nameKo
      parentCode
      successorCode
    }
  }
}`,
};

export const charterTexts: readonly Story[] = [charterInForce, charterChanges, departmentHistory];

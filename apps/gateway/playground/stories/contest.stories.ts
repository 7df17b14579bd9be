import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;

const announceContest: Story = {
  name: 'AnnounceContest',
  title: { ko: '공모전 공고', en: 'Announce a contest' },
  person: 'officer',
  query: `mutation AnnounceContest($input: AnnounceContestInput!) {
  announceContest(input: $input) {
    contest {
      id
      status
      closing {
        dueAt
        remainingWorkingHours
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      title: '걷기 좋은 통학로 공모전',
      body: '어린이가 안심하고 걷는 통학로를 위한 생각을 모읍니다.',
      eligibility: '시민 누구나 혼자 또는 열 사람까지 팀으로 참가할 수 있습니다.',
      departmentCode: 'ROADS',
      categories: ['글', '영상'],
      prizes: [
        { name: '대상', amount: 1_000_000, winners: 1 },
        { name: '우수상', amount: 300_000, winners: 2 },
      ],
      criteria: [
        { name: '창의성', weight: 40 },
        { name: '실현 가능성', weight: 40 },
        { name: '완성도', weight: 20 },
      ],
      budget: 2_000_000,
      closesOn: '{{dayIn:30}}',
      judgingDays: 10,
      objectionDays: 7,
    },
  },
  keeps: { contest: ['announceContest', 'contest', 'id'] },
};

const submitEntry: Story = {
  name: 'SubmitEntry',
  title: { ko: '작품 제출', en: 'Hand an entry in' },
  person: 'citizen',
  query: `mutation SubmitEntry($input: SubmitEntryInput!) {
  submitEntry(input: $input) {
    entry {
      id
      number
      version
      team {
        name
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      contestId: '{{contest}}',
      category: '글',
      title: '노란 발자국',
      body: '건널목 앞에 노란 발자국을 그려 어린이가 한 걸음 물러서서 기다리게 합니다.',
      name: '홍길동',
    },
  },
  keeps: { entry: ['submitEntry', 'entry', 'id'] },
};

const changeEntry: Story = {
  name: 'ChangeEntry',
  title: { ko: '작품 고치기 (마감 전까지)', en: 'Change the entry, until the closing' },
  person: 'citizen',
  query: `mutation ChangeEntry($input: ChangeEntryInput!) {
  changeEntry(input: $input) {
    entry {
      title
      version
      versions {
        version
        title
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      entryId: '{{entry}}',
      category: '글',
      title: '노란 발자국과 작은 의자',
      body: '노란 발자국 옆에 작은 의자도 둡니다.',
      name: '홍길동',
    },
  },
};

const assignJudges: Story = {
  name: 'AssignJudges',
  title: { ko: '심사위원 지정', en: 'Name the judges' },
  person: 'officer',
  query: `mutation AssignJudges($input: AssignJudgesInput!) {
  assignJudges(input: $input) {
    contest {
      judges {
        letter
        judgeId
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      contestId: '{{contest}}',
      judges: [
        { judgeId: '0198a000-0000-7000-8000-000000000014' },
        { judgeId: '0198a000-0000-7000-8000-000000000012' },
      ],
    },
  },
};

const scoreEntry: Story = {
  name: 'ScoreEntry',
  title: { ko: '채점 (접수 마감 뒤)', en: 'Score the entry, once entries are closed' },
  person: 'auditor',
  query: `mutation ScoreEntry($input: ScoreEntryInput!) {
  scoreEntry(input: $input) {
    entry {
      number
      myPoints
      team {
        name
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      entryId: '{{entry}}',
      points: [
        { criterion: '창의성', points: 90 },
        { criterion: '실현 가능성', points: 80 },
        { criterion: '완성도', points: 85 },
      ],
    },
  },
};

const objectToEntry: Story = {
  name: 'ObjectToEntry',
  title: { ko: '순위에 이의신청 (순위 공개 뒤)', en: 'Object to an entry, once the ranking is published' },
  person: 'citizen',
  query: `mutation ObjectToEntry($input: ObjectToEntryInput!) {
  objectToEntry(input: $input) {
    contest {
      objections {
        id
        upheld
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { entryId: '{{entry}}', reason: '다른 공모전에서 상을 받은 작품입니다.' } },
};

const awardContest: Story = {
  name: 'AwardContest',
  title: { ko: '시상 (순위 확정 뒤)', en: 'Give the prizes, once the ranking stands' },
  person: 'manager',
  query: `mutation AwardContest($input: AwardContestInput!) {
  awardContest(input: $input) {
    contest {
      status
      entries(first: 10) {
        edges {
          node {
            rank
            prize
            certificate {
              number
              names
            }
          }
        }
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { contestId: '{{contest}}' } },
};

const contestInPublic: Story = {
  name: 'ContestInPublic',
  title: { ko: '공모전의 모든 과정 (누구나)', en: 'Everything about the contest, for everybody' },
  person: 'anonymous',
  query: `query ContestInPublic($id: ID!) {
  contest(id: $id) {
    title
    status
    department {
      name
    }
    entryCount
    closing {
      dueAt
      state
    }
    judging {
      dueAt
      state
    }
    objecting {
      dueAt
    }
    criteria {
      name
      weight
    }
    scoreSheet {
      rank
      number
      score
      scores {
        judge
        points
      }
    }
    timeline {
      at
      step
      status
      text
    }
  }
}`,
  variables: { id: '{{contest}}' },
};

/** From the announcement to the award. The dates of the contest have to come between some of them. */
export const contests: readonly Story[] = [
  announceContest,
  submitEntry,
  changeEntry,
  assignJudges,
  scoreEntry,
  objectToEntry,
  awardContest,
  contestInPublic,
];

import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;

const recruitMonitors: Story = {
  name: 'RecruitMonitors',
  title: { ko: '시정 모니터 모집', en: 'Recruit monitors' },
  person: 'officer',
  query: `mutation RecruitMonitors($input: RecruitMonitorsInput!) {
  recruitMonitors(input: $input) {
    recruitment {
      id
      status
      districts {
        name
        quota
        appointed
      }
      applying {
        dueAt
        state
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      title: '시정 모니터 모집',
      body: '시민의 눈으로 시정을 살펴볼 분을 모십니다.',
      departmentCode: 'ROADS',
      districts: [
        { name: '연제구', quota: 2 },
        { name: '해운대구', quota: 2 },
      ],
      appliesUntil: '{{dayIn:14}}',
      selectionDays: 5,
      termFrom: '{{dayIn:40}}',
      termTo: '{{dayIn:400}}',
      allowancePerReport: 30_000,
      allowanceMonthlyCap: 100_000,
    },
  },
  keeps: { recruitment: ['recruitMonitors', 'recruitment', 'id'] },
};

const applyAsMonitor: Story = {
  name: 'ApplyAsMonitor',
  title: { ko: '시정 모니터 지원', en: 'Apply as a monitor' },
  person: 'citizen',
  query: `mutation ApplyAsMonitor($input: ApplyAsMonitorInput!) {
  applyAsMonitor(input: $input) {
    application {
      id
      status
      applicantName
      district
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      recruitmentId: '{{recruitment}}',
      applicant: { name: '홍길동', phone: '010-2345-6781' },
      district: '연제구',
      motivation: '우리 동네 민원실이 약속을 지키는지 살펴보고 싶습니다.',
    },
  },
  keeps: { monitorApplication: ['applyAsMonitor', 'application', 'id'] },
};

const appointMonitors: Story = {
  name: 'AppointMonitors',
  title: { ko: '모니터 위촉 (모집 마감 뒤)', en: 'Appoint monitors, once applications are closed' },
  person: 'manager',
  query: `mutation AppointMonitors($input: AppointMonitorsInput!) {
  appointMonitors(input: $input) {
    recruitment {
      status
      districts {
        name
        quota
        appointed
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { recruitmentId: '{{recruitment}}', applicationIds: ['{{monitorApplication}}'] } },
};

const openMissions: Story = {
  name: 'OpenMissions',
  title: { ko: '지금 진행 중인 점검 과제 (누구나)', en: 'Missions that are open now, for everybody' },
  person: 'anonymous',
  query: `query OpenMissions($filter: MonitoringMissionFilterInput) {
  monitoringMissions(first: 5, filter: $filter) {
    edges {
      node {
        id
        title
        startsAt
        endsAt
        watchedDepartment {
          name
        }
        place {
          name
          address
          radiusMetres
        }
        checklist {
          item
          question
          standard {
            promise
          }
        }
        recruitment {
          id
          title
          status
        }
      }
    }
  }
}`,
  variables: {
    filter: { status: ['OPEN'], near: { latitude: 35.1798, longitude: 129.075, withinMetres: 5_000 } },
  },
  keeps: {
    mission: ['monitoringMissions', 'edges', '0', 'node', 'id'],
    servingRecruitment: ['monitoringMissions', 'edges', '0', 'node', 'recruitment', 'id'],
  },
};

const openMission: Story = {
  name: 'OpenMission',
  title: { ko: '점검 과제 열기', en: 'Open a mission' },
  person: 'officer',
  query: `mutation OpenMission($input: OpenMissionInput!) {
  openMission(input: $input) {
    mission {
      id
      status
      startsAt
      endsAt
      checklist {
        item
        question
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      recruitmentId: '{{servingRecruitment}}',
      title: '상수도과 민원실 안내',
      instructions: '민원실에 들어가 담당자를 찾아 보십시오.',
      watchedDepartmentCode: 'WATER',
      place: {
        name: '상수도과 민원실',
        address: '부산광역시 연제구 중앙대로 1001',
        latitude: 35.1798,
        longitude: 129.075,
        radiusMetres: 300,
      },
      startsAt: '{{momentIn:0}}',
      endsAt: '{{momentIn:14}}',
      checklist: [
        { question: '5분 안에 상담이 시작되었습니까?', standardCode: 'VISIT_WAITING' },
        { question: '전화를 세 번 안에 받고 부서와 이름을 밝혔습니까?', standardCode: 'PHONE_RINGS' },
      ],
      photosNeeded: 0,
      answerDays: 7,
    },
  },
  keeps: { mission: ['openMission', 'mission', 'id'] },
};

/** From the announcement to the mission. Missions of the demo data are open at once; in a new recruitment weeks come between. */
export const recruiting: readonly Story[] = [
  recruitMonitors,
  applyAsMonitor,
  appointMonitors,
  openMissions,
  openMission,
];

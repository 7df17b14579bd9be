import type { Story } from '../story';

// How people are told, and in which words.

export const updateProfile: Story = {
  name: 'UpdateProfile',
  title: { ko: '알림 받는 방법과 시간', en: 'How and when to be told' },
  person: 'citizen',
  query: `mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    me {
      name
      email
      language
      contacts {
        channel
        state
        pausedAt
        reason
      }
      noticePreferences {
        channels
        quietHours {
          from
          to
        }
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
      name: '홍길동',
      email: 'hong@example.kr',
      phone: '010-1234-5678',
      language: 'KO',
      channels: ['EMAIL'],
      quietHours: { from: '22:00', to: '07:00' },
    },
  },
};

export const registerPushDevice: Story = {
  name: 'RegisterPushDevice',
  title: { ko: '알림을 받을 기기 등록', en: 'Register a device for push messages' },
  person: 'citizen',
  query: `mutation RegisterPushDevice($input: RegisterPushDeviceInput!) {
  registerPushDevice(input: $input) {
    device {
      id
      platform
      registeredAt
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { token: 'demo-device-of-hong-gildong', platform: 'ANDROID' } },
  keeps: { device: ['registerPushDevice', 'device', 'id'] },
};

export const removePushDevice: Story = {
  name: 'RemovePushDevice',
  title: { ko: '등록한 기기 지우기', en: 'Remove a registered device' },
  person: 'citizen',
  query: `mutation RemovePushDevice($input: RemovePushDeviceInput!) {
  removePushDevice(input: $input) {
    device {
      id
      platform
    }
    errors {
      code
      message
    }
  }
}`,
  variables: { input: { id: '{{device}}' } },
};

export const noticeChannels: Story = {
  name: 'NoticeChannels',
  title: { ko: '발송 경로의 상태와 속도', en: 'The channels of notices: state and rate' },
  person: 'admin',
  query: `query NoticeChannels {
  noticeChannels {
    channel
    offered
    flow
    restsUntil
    faults
    waiting
    perSecond
    burst
  }
}`,
};

export const saveNoticeChannel: Story = {
  name: 'SaveNoticeChannel',
  title: { ko: '발송 속도 바꾸기', en: 'Set how fast a channel goes' },
  person: 'admin',
  query: `mutation SaveNoticeChannel($input: SaveNoticeChannelInput!) {
  saveNoticeChannel(input: $input) {
    channel {
      channel
      perSecond
      burst
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { channel: 'EMAIL', perSecond: 50, burst: 100 } },
};

export const unreachedNotices: Story = {
  name: 'UnreachedNotices',
  title: { ko: '우편으로 보낼 통지', en: 'Notices to go by post' },
  person: 'officer',
  query: `query UnreachedNotices($first: Int!, $after: String) {
  unreachedNotices(first: $first, after: $after) {
    edges {
      node {
        id
        title
        body
        delivery {
          requiredBy
          unreachedAt
          ways {
            channel
            state
            insteadOf
            failure
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  variables: { first: 20 },
};

export const deliveryStatistics: Story = {
  name: 'DeliveryStatistics',
  title: { ko: '알림 발송 통계', en: 'How notices got there' },
  person: 'admin',
  query: `query DeliveryStatistics($period: PeriodInput!) {
  deliveryStatistics(period: $period) {
    channel
    planned
    pending
    delivered
    superseded
    unreachable
    failed
    instead
    unreached
    medianSeconds
    p95Seconds
  }
}`,
  variables: { period: { from: '2020-01-01', to: '{{dayIn:0}}' } },
};

export const noticeTemplates: Story = {
  name: 'NoticeTemplates',
  title: { ko: '알림 서식 보기', en: 'The words of notices' },
  person: 'admin',
  query: `query NoticeTemplates($search: String, $key: String!, $language: Language!, $subject: String) {
  noticeTemplates(language: $language, search: $search, first: 20) {
    edges {
      node {
        key
        version
        subject
        draft {
          savedAt
        }
      }
    }
    totalCount
  }
  noticeTemplate(key: $key, language: $language) {
    subject
    body
    words
    keptWords
    versions {
      version
      publishedAt
    }
  }
  previewNoticeTemplate(key: $key, language: $language, subject: $subject) {
    subject
    body
    errors {
      message
      path
    }
  }
}`,
  variables: {
    ...{ search: 'complaint.answered', key: 'complaint.answered.v1/CITIZEN', language: 'EN' },
    subject: '[Answered {receipt}] Your complaint has been answered',
  },
};

export const saveNoticeTemplate: Story = {
  name: 'SaveNoticeTemplate',
  title: { ko: '알림 서식 초안', en: 'Draft the words of a notice' },
  person: 'admin',
  query: `mutation SaveNoticeTemplate($input: SaveNoticeTemplateInput!) {
  saveNoticeTemplate(input: $input) {
    template {
      key
      version
      draft {
        subject
        body
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
      ...{
        key: 'complaint.assigned.v1/OFFICER',
        language: 'EN',
        subject: '[Yours {receipt}] Please handle this complaint',
      },
      body: 'You were assigned to a complaint.\n\nReceipt number: {receipt}\nDepartment in charge: {department}\n\nPlease read it today, note its due date and handle it in time.',
    },
  },
};

export const publishNoticeTemplate: Story = {
  name: 'PublishNoticeTemplate',
  title: { ko: '알림 서식 게시', en: 'Publish the words of a notice' },
  person: 'admin',
  query: `mutation PublishNoticeTemplate($input: PublishNoticeTemplateInput!) {
  publishNoticeTemplate(input: $input) {
    template {
      key
      version
      versions {
        version
        publishedAt
      }
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { key: 'complaint.assigned.v1/OFFICER', version: 1 } },
};

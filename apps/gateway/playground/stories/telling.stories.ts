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

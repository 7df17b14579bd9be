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

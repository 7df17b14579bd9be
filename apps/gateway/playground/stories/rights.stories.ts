import type { Story } from '../story';

// What people may ask about their own data.

export const exportMyData: Story = {
  name: 'ExportMyData',
  title: { ko: '내 개인정보 사본 요청', en: 'Ask for a copy of my data' },
  person: 'citizen',
  query: `mutation ExportMyData($input: ExportMyDataInput!) {
  exportMyData(input: $input) {
    request {
      id
      state
      requestedAt
    }
    errors {
      code
      message
    }
  }
}`,
  variables: { input: {} },
};

export const dataRequests: Story = {
  name: 'MyDataRequests',
  title: { ko: '내 개인정보 요청의 진행 상황', en: 'How far my requests are' },
  person: 'citizen',
  query: `query MyDataRequests {
  dataRequests(first: 10) {
    edges {
      node {
        id
        kind
        state
        requestedAt
        expiresAt
        bytes
        downloadUrl
        services {
          service
          records
          doneAt
        }
      }
    }
  }
}`,
};

export const eraseMyData: Story = {
  name: 'EraseMyData',
  title: { ko: '내 개인정보 삭제 요청', en: 'Ask that my data be erased' },
  person: 'citizen',
  query: `mutation EraseMyData($input: EraseMyDataInput!) {
  eraseMyData(input: $input) {
    request {
      id
      state
      services {
        service
        doneAt
        erased {
          title
          count
        }
        kept {
          title
          count
          article
          until
        }
      }
    }
    errors {
      code
      message
    }
  }
}`,
  variables: { input: { understood: false } },
};

import type { Story } from '../story';

export const conversions: Story = {
  name: 'Conversions',
  title: {
    ko: '제안이 된 민원과 민원이 된 제안',
    en: 'Complaints that became proposals, and proposals that became complaints',
  },
  person: 'citizen',
  query: `query Conversions {
  converted: complaints(first: 5, filter: { status: [CONVERTED] }) {
    edges {
      node {
        receiptNumber
        convertedTo {
          title
          public
          convertedFrom {
            receiptNumber
          }
        }
        timeline {
          text
          detail
        }
      }
    }
  }
  proposals(first: 5, filter: { departmentCode: "ROADS" }) {
    edges {
      node {
        title
        status
        convertedTo {
          receiptNumber
          status
          deadline {
            dueAt
          }
        }
      }
    }
  }
}`,
};

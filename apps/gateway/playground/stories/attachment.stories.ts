import type { Story } from '../story';

// A file on its way: asked for here, sent with PUT to uploadUrl, named when what it belongs to is sent in.

/** A short text, as it is announced. */
const TEXT = {
  input: {
    name: '설명.txt',
    description: '현장 설명',
    bytes: 33,
    sha256: '33755bdfb93f88f6d2948e0d471846250ed550b6a1010f9f5f6e50d3b667897c',
  },
};

export const requestAttachmentUpload: Story = {
  name: 'RequestAttachmentUpload',
  title: { ko: '첨부파일 올릴 주소 받기', en: 'Ask where to send a file' },
  person: 'citizen',
  query: `# Then: curl -X PUT --data-binary '가로등이 꺼져 있습니다.' '<uploadUrl>'
mutation RequestAttachmentUpload($input: RequestAttachmentUploadInput!) {
  requestAttachmentUpload(input: $input) {
    attachmentId
    uploadUrl
    headers {
      name
      value
    }
    expiresAt
    maxBytes
    errors {
      code
      message
      path
    }
  }
}`,
  variables: TEXT,
};

export const requestParticipationUpload: Story = {
  name: 'RequestParticipationUpload',
  title: { ko: '참여 파일 올릴 주소 받기', en: 'Ask where to send a file for participation' },
  person: 'citizen',
  query: `# Then: curl -X PUT --data-binary '가로등이 꺼져 있습니다.' '<uploadUrl>'
mutation RequestParticipationUpload($input: RequestParticipationUploadInput!) {
  requestParticipationUpload(input: $input) {
    attachmentId
    uploadUrl
    headers {
      name
      value
    }
    expiresAt
    maxBytes
    errors {
      code
      message
      path
    }
  }
}`,
  variables: TEXT,
};

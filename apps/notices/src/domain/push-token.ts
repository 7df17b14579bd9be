import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

/** Longest address of a device: those of the web (a JSON text with keys) are the longest in use. */
const LONGEST = 4_096;

/** Decides whether this can be the address of a device, as its push service gave it out. */
export function decidePushToken(given: string): Outcome<string> {
  const token = given.trim();
  if (token.length >= 8 && token.length <= LONGEST && /^[\x20-\x7e]+$/.test(token)) return accepted(token);
  return refused(
    refusal(
      'INVALID_VALUE',
      `기기 주소(token)는 푸시 서비스에서 받은 그대로 8자 이상 ${LONGEST}자 이하의 영문·숫자·기호로 보내 주십시오.`,
      `Send the device’s address (token) as the push service gave it: 8 to ${LONGEST} ASCII characters.`,
      'token',
    ),
  );
}

export const tooManyDevices = (most: number) =>
  refusal(
    'LIMIT_REACHED',
    `알림을 받을 기기는 ${most}대까지 등록할 수 있습니다. 쓰지 않는 기기를 removePushDevice로 먼저 지워 주십시오.`,
    `At most ${most} devices can be registered: remove one that is not in use first (removePushDevice).`,
  );

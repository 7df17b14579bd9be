import { type Refusal, refusal } from '@charter/contracts';
import {
  type GivenPerson,
  inOneForm,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  personFaults,
  textFaults,
} from '@charter/privacy';

/** Somebody who files together with the petitioner (공동 민원인). */
export interface CoPetitioner extends GivenPerson {
  /** Speaks for the others (대표자): has to be reachable. */
  readonly representative: boolean;
}

/** A petition of several (연명 민원). */
export interface JointPetition {
  readonly coPetitioners: readonly CoPetitioner[];
  /** Households whose common interest it is (세대). */
  readonly households: number;
}

/** The petitioner who files is one of the representatives. */
const MOST_REPRESENTATIVES = 3;
export const MOST_SIGNERS = 300;
/** 다수인관련민원: the common interest of 5 households or more, signed by 5 persons or more (민원 처리에 관한 법률 제2조제6호). */
const COLLECTIVE = 5;

export const signersOf = (joint: JointPetition | null): number => 1 + (joint?.coPetitioners.length ?? 0);

export const isCollective = (joint: JointPetition | null): boolean =>
  joint !== null && joint.households >= COLLECTIVE && signersOf(joint) >= COLLECTIVE;

/** One and the same person, as far as a form can tell: name and contacts in one form. */
const identityOf = ({ name, phone, email }: GivenPerson): string =>
  [normaliseName(name), phone && normalisePhone(phone), email && normaliseEmail(email)].join('\n');

function* signerFaults(signer: CoPetitioner, index: number): Generator<Refusal> {
  const place = ['coPetitioners', String(index)];
  if (signer.phone === null && signer.email === null) {
    yield* textFaults(signer.name, 100, ...place, 'name');
    if (signer.representative)
      yield refusal(
        'INVALID_VALUE',
        '대표자에게 연락할 전화번호나 전자우편 주소를 입력해 주십시오.',
        'Please give a phone number or an e-mail address of each representative.',
        ...place,
      );
    return;
  }
  for (const fault of personFaults(signer, place[1]!))
    yield { ...fault, path: ['coPetitioners', ...(fault.path ?? [])] };
}

/** The faults of those who file together: reachable representatives, three at most, nobody twice. */
export function* jointFaults(petitioner: GivenPerson, joint: JointPetition | null): Generator<Refusal> {
  if (!joint) return;
  const { coPetitioners, households } = joint;
  if (!Number.isInteger(households) || households < 1 || households > 100_000)
    yield refusal(
      'INVALID_VALUE',
      '관련 세대 수를 1 이상의 수로 입력해 주십시오.',
      'Please give the number of households, 1 or more.',
      'households',
    );
  if (signersOf(joint) > MOST_SIGNERS) {
    yield refusal(
      'LIMIT_REACHED',
      `함께 신청하는 사람은 모두 ${MOST_SIGNERS}명까지 입력할 수 있습니다. 나머지는 연명부 파일로 첨부해 주십시오.`,
      `At most ${MOST_SIGNERS} signers can be entered: please attach the list of the others as a file.`,
      'coPetitioners',
    );
    return;
  }
  const representatives = 1 + coPetitioners.filter(({ representative }) => representative).length;
  if (representatives > MOST_REPRESENTATIVES)
    yield refusal(
      'LIMIT_REACHED',
      `대표자는 신청인을 포함하여 ${MOST_REPRESENTATIVES}명까지 정할 수 있습니다.`,
      `There may be ${MOST_REPRESENTATIVES} representatives at most, the one who files among them.`,
      'coPetitioners',
    );
  const seen = new Set([identityOf(petitioner)]);
  for (const [index, signer] of coPetitioners.entries()) {
    yield* signerFaults(signer, index);
    const identity = identityOf(signer);
    if (seen.has(identity))
      yield refusal(
        'INVALID_VALUE',
        '같은 사람이 두 번 들어 있습니다.',
        'The same person is named twice.',
        'coPetitioners',
        String(index),
      );
    seen.add(identity);
  }
}

/** Those who file together, with names and contacts in one form. */
export const jointInOneForm = (joint: JointPetition | null): JointPetition | null =>
  joint && {
    ...joint,
    coPetitioners: joint.coPetitioners.map((signer) => ({
      ...inOneForm(signer),
      representative: signer.representative,
    })),
  };

import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Pieces, StockForm } from './stock';

/** Certificates of one face value, by their numbers. */
interface GivenCertificates {
  readonly faceValue: number;
  readonly numbers: readonly string[];
}

/** What an officer hands over: certificates, or the card or wallet to which local currency was charged. */
export interface HandingOver {
  readonly certificates: readonly GivenCertificates[];
  readonly wallet: string | null;
}

/** One thing that is handed over: in KRW, and what it is known by. */
export interface HandedPiece {
  readonly faceValue: number;
  readonly reference: string;
}

/** As numbers are compared: people write them with blanks and dashes. */
export const normaliseReference = (reference: string): string => reference.replace(/[\s-]/g, '').toUpperCase();
const isReference = (reference: string): boolean => /^[A-Z0-9]{4,40}$/.test(reference);

/** All but the last four characters are hidden. */
export const maskReference = (reference: string): string => `****${reference.slice(-4)}`;

const wrong = (field: string, ko: string, en: string): Refusal => refusal('INVALID_VALUE', ko, en, field);

const wrongNumber = (field: string): Refusal =>
  wrong(field, '번호는 영문자와 숫자 4~40자입니다.', 'A number has 4 to 40 letters and digits.');

function certificatesFor(setAside: readonly Pieces[], { certificates, wallet }: HandingOver): Outcome<HandedPiece[]> {
  const pieces = certificates.flatMap(({ faceValue, numbers }) =>
    numbers.map((number) => ({ faceValue, reference: normaliseReference(number) })),
  );
  const faults: Refusal[] = [];
  if (wallet !== null)
    faults.push(wrong('wallet', '상품권에는 충전할 카드가 없습니다.', 'A gift certificate is charged to no wallet.'));
  if (pieces.some(({ reference }) => !isReference(reference))) faults.push(wrongNumber('certificates'));
  if (new Set(pieces.map(({ reference }) => reference)).size !== pieces.length)
    faults.push(wrong('certificates', '같은 번호를 두 번 적었습니다.', 'A number is given twice.'));
  const given = (faceValue: number) => pieces.filter((piece) => piece.faceValue === faceValue).length;
  const known = pieces.every(({ faceValue }) => setAside.some((each) => each.faceValue === faceValue));
  if (!known || setAside.some(({ faceValue, pieces: wanted }) => given(faceValue) !== wanted)) {
    const ko = setAside.map((each) => `${each.faceValue.toLocaleString('ko')}원권 ${each.pieces}장`).join(', ');
    const en = setAside.map((each) => `${each.pieces} of ${each.faceValue.toLocaleString('en')} KRW`).join(', ');
    faults.push(wrong('certificates', `${ko}의 번호를 적어 주십시오.`, `Give the numbers of ${en}.`));
  }
  return faults.length > 0 ? refused(...faults) : accepted(pieces);
}

function chargeFor(amount: number, { certificates, wallet }: HandingOver): Outcome<HandedPiece[]> {
  const faults: Refusal[] = [];
  if (certificates.length > 0)
    faults.push(
      wrong('certificates', '지역화폐에는 상품권 번호가 없습니다.', 'Local currency has no numbers of certificates.'),
    );
  const reference = normaliseReference(wallet ?? '');
  if (!isReference(reference)) faults.push(wrongNumber('wallet'));
  return faults.length > 0 ? refused(...faults) : accepted([{ faceValue: amount, reference }]);
}

/** Decides what is handed over for a claim: exactly what was set aside for it, each piece by its number. Pure. */
export function decideHandingOver(
  form: StockForm,
  amount: number,
  setAside: readonly Pieces[],
  given: HandingOver,
): Outcome<HandedPiece[]> {
  return form === 'GIFT_CERTIFICATE' ? certificatesFor(setAside, given) : chargeFor(amount, given);
}

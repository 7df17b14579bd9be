/** The syllables on Korean number plates (자동차등록번호판): private, hire, rental, delivery, and those of the services. */
const PLATE_SYLLABLES = '가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호국합육해공';
const PLATE = new RegExp(`(?<!\\d)(\\d{2,3}\\s?[${PLATE_SYLLABLES}]\\s?)\\d{4}(?!\\d)`, 'g');
/** Digits in one piece or joined by hyphens, and cards written in fours with spaces. */
const JOINED = /(?<!\d)(?:\d{4}(?: \d{4}){3}|\d+(?:-\d+)*)(?!\d)/g;
const PASSPORT = /(?<![A-Za-z0-9])[A-Z](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z0-9])/g;
/** The shortest account numbers have ten digits; a date has eight. */
const LONG = 10;

const starred = (text: string): string => text.replace(/\d/g, '*');

/**
 * Masks numbers that tell whose case it was: accounts, cards, licences and every other number of ten digits or more, passports,
 * and cars. Dates, amounts and house numbers stay. Where it cannot tell, it masks: what was published cannot be taken back.
 */
export const maskNumbers = (text: string): string =>
  text
    .replace(PASSPORT, starred)
    .replace(PLATE, '$1****')
    .replace(JOINED, (number) => (number.replace(/\D/g, '').length >= LONG ? starred(number) : number));

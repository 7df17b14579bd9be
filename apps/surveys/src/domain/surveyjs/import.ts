import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Condition } from '../questionnaires/condition';
import type { Question, Section } from '../questionnaires/question';
import { Conditions } from './import-conditions';
import { Names } from './import-names';
import { questionOf } from './import-question';
import { type Element, type SurveyJs, type Unfit, surveyJs, textsOf, unfit } from './format';

/** What a questionnaire of another tool brings: the rest of a draft, such as its audience, is for staff to say. */
export interface Imported {
  readonly titleKo: string;
  readonly titleEn: string;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
  readonly unfit: readonly Unfit[];
}

/** An element of a page with what its panels say about it. */
interface Placed {
  readonly element: Element;
  readonly section: string | undefined;
  readonly panels: readonly string[];
}

/** How deep panels stand in panels at most. */
const DEEPEST = 10;

const SURVEY_KNOWN = new Set(['title', 'locale', 'pages', 'elements', 'clearInvisibleValues']);
const PAGE_KNOWN = new Set(['name', 'title', 'visibleIf', 'elements', 'type']);

const notTaken = (place: string): Unfit =>
  unfit(place, '옮길 수 없는 속성입니다. 확인해 주십시오.', 'This property has no counterpart here and was left out.');

class Import {
  readonly unfit: Unfit[] = [];
  private readonly sectionNames = new Names('section');
  private readonly questionNames = new Names('question');
  private readonly sections: (Section & { visibleIf?: unknown; place: string })[] = [];
  private readonly locale: string;

  constructor(private readonly survey: SurveyJs) {
    this.locale = survey.locale ?? 'en';
  }

  whole(): Imported {
    this.report(this.survey, SURVEY_KNOWN, 'survey');
    const made = this.placed().flatMap((one) => this.question(one));
    const conditions = new Conditions(
      new Map(made.map(({ name, question, optionOf }) => [name, { question, optionOf }])),
      this.unfit,
    );
    const questions = made.map(({ name, question, visible }): Question => {
      const showIf = this.joined(
        visible.map((text) => conditions.read(text, `${name}.visibleIf`)),
        name,
      );
      return showIf ? { ...question, showIf } : question;
    });
    const sections = this.sections.map(({ visibleIf, place, ...section }): Section => {
      const showIf = typeof visibleIf === 'string' ? conditions.read(visibleIf, `${place}.visibleIf`) : undefined;
      return showIf ? { ...section, showIf } : section;
    });
    const { ko, en } = textsOf(this.survey.title, this.locale);
    const used = sections.filter(({ code }) => questions.some(({ section }) => section === code));
    return { titleKo: ko, titleEn: en, sections: used, questions, unfit: this.unfit };
  }

  /** Every question in order, with its section: a page that has a title or a condition becomes one. */
  private placed(): Placed[] {
    const pages = this.survey.pages ?? [{ elements: this.survey.elements ?? [] }];
    return pages.flatMap((page, index) => {
      const place = page.name ?? `page ${index + 1}`;
      this.report(page, PAGE_KNOWN, place);
      let section: string | undefined;
      if (page['title'] !== undefined || page['visibleIf'] !== undefined) {
        section = this.sectionNames.codeOf(place);
        const { ko, en } = textsOf(page['title'], this.locale);
        this.sections.push({ code: section, titleKo: ko, titleEn: en, visibleIf: page['visibleIf'], place });
      }
      return this.elements(page.elements ?? [], section, []);
    });
  }

  private elements(
    elements: readonly Element[],
    section: string | undefined,
    panels: readonly string[],
    depth = 0,
  ): Placed[] {
    return elements.flatMap((element) => {
      if (element.type !== 'panel') return [{ element, section, panels }];
      this.report(element, new Set(['name', 'type', 'visibleIf', 'elements']), element.name);
      const inner = surveyJs.shape.elements.safeParse(element['elements']);
      if (!inner.success || depth === DEEPEST) {
        const [ko, en] = ['읽을 수 없는 묶음이라 뺐습니다.', 'This panel cannot be read and was left out.'];
        this.unfit.push(unfit(element.name, ko, en));
        return [];
      }
      const condition = element['visibleIf'];
      const around = typeof condition === 'string' ? [...panels, condition] : panels;
      return this.elements(inner.data ?? [], section, around, depth + 1);
    });
  }

  private question({ element, section, panels }: Placed) {
    const made = questionOf(element, this.locale);
    this.unfit.push(...made.unfit);
    if (!made.question) return [];
    const code = this.questionNames.codeOf(element.name);
    if (code !== element.name)
      this.unfit.push(unfit(element.name, `코드가 ${code}(으)로 바뀌었습니다.`, `Its code is ${code} now.`));
    const own = typeof element['visibleIf'] === 'string' ? [element['visibleIf']] : [];
    const question: Question = { ...made.question, code, ...(section !== undefined && { section }) };
    return [{ name: element.name, question, optionOf: made.optionOf, visible: [...panels, ...own] }];
  }

  /** The conditions of a question and of the panels around it in one. */
  private joined(read: readonly (Condition | undefined)[], name: string): Condition | undefined {
    const conditions = read.flatMap((one) => one ?? []);
    if (conditions.length <= 1) return conditions[0];
    const single = conditions.every(({ match, tests }) => match === 'ALL' || tests.length === 1);
    if (single) return { match: 'ALL', tests: conditions.flatMap(({ tests }) => tests) };
    this.unfit.push(
      unfit(
        `${name}.visibleIf`,
        '묶음과 문항의 조건을 함께 옮길 수 없어 문항의 조건만 남겼습니다.',
        'The conditions of panel and question do not fit into one: the last was kept.',
      ),
    );
    return conditions.at(-1);
  }

  private report(given: object, known: ReadonlySet<string>, place: string): void {
    for (const property of Object.keys(given))
      if (!known.has(property)) this.unfit.push(notTaken(`${place}.${property}`));
  }
}

/** Reads a questionnaire in SurveyJS's format. What both know is taken over; everything else is told of, never dropped in silence. */
export function fromSurveyJs(json: unknown): Outcome<Imported> {
  const parsed = surveyJs.safeParse(json);
  if (!parsed.success) {
    const place = parsed.error.issues[0]!.path.map(String);
    const [ko, en] = ['SurveyJS 형식의 설문이 아닙니다.', 'This is not a questionnaire in SurveyJS’s format.'];
    return refused(refusal('INVALID_VALUE', ko, en, 'surveyJs', ...place));
  }
  return accepted(new Import(parsed.data).whole());
}

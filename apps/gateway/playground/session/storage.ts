/** What the page keeps in this browser: for as long as the tab (`sessionStorage`) or for good (`localStorage`). */
export const keptValue = (key: string, where: Storage): string | null => where.getItem(`charter:${key}`);
export const keepValue = (key: string, value: string, where: Storage): void => where.setItem(`charter:${key}`, value);

let forgotten = false;

/** Forgets open tabs, history and choices, until the page is opened anew; a token goes with the browser's tab. */
export function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (/^(charter|graphiql):/.test(key)) localStorage.removeItem(key);
  forgotten = true;
}

/** What GraphiQL keeps beside its tabs and less often than them: with it a page that is opened anew shows an older text. */
const LEFT_OUT = /^graphiql:(query|variables|headers)$/;

/** Where GraphiQL keeps its tabs, its history and its panel: in this browser for good. */
export const graphiqlStorage = {
  getItem: (key: string): string | null => (LEFT_OUT.test(key) ? null : localStorage.getItem(key)),
  setItem: (key: string, value: string): void => {
    if (!LEFT_OUT.test(key) && !forgotten) localStorage.setItem(key, value);
  },
  removeItem: (key: string): void => localStorage.removeItem(key),
  clear: (): void => localStorage.clear(),
  get length(): number {
    return localStorage.length;
  },
};

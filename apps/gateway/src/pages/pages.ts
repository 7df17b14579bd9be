import type { Target } from './address';
import type { Page, Visit } from './visit';
import { departmentPage } from './views/department';
import { departmentsPage } from './views/departments';
import { dictionaryPage } from './views/dictionary';
import { homePage } from './views/home';
import { improvementsPage } from './views/improvements';
import { publicationPage } from './views/publication';
import { scorecardPage } from './views/scorecard';
import { snapshotPage } from './views/snapshot';
import { surveysPage } from './views/surveys';
import { versionPage, versionsPage } from './views/versions';

/**
 * Makes the page of a target.
 * @throws {Absent} when the graph has nothing of it
 * @throws {Away} when the service that it is about does not answer
 */
export function pageOf(visit: Visit, target: Target): Promise<Page> {
  switch (target.page) {
    case 'home':
      return homePage(visit);
    case 'versions':
      return versionsPage(visit);
    case 'version':
      return versionPage(visit, target.version);
    case 'dictionary':
      return dictionaryPage(visit);
    case 'snapshot':
      return snapshotPage(visit, target.year, target.id);
    case 'scorecard':
      return scorecardPage(visit, target.year);
    case 'departments':
      return departmentsPage(visit);
    case 'department':
      return departmentPage(visit, target.code, target.year);
    case 'surveys':
      return surveysPage(visit);
    case 'publication':
      return publicationPage(visit, target.id);
    case 'improvements':
      return improvementsPage(visit, target.list, target.after);
  }
}

import { TraceCollector } from '@charter/testkit';
import { RunningStack } from '../src/running-stack';
import { withstandsAttacks } from './platform/attacks';
import { carriesAttachments } from './platform/attachments';
import { refusesBadInput } from './platform/bad-input';
import { asksTheCity } from './platform/campaign';
import { keepsConfidences } from './platform/canary';
import { admitsWhomItShould } from './platform/matrix';
import { paysForItsFailures } from './platform/compensation';
import { cooksWhatIsWritten } from './platform/recipes';
import { holdsAContest } from './platform/contests';
import { convertsBothWays } from './platform/conversions';
import { outlivesDeadServices } from './platform/dead-services';
import { mendsWhatFailed } from './platform/desk';
import { declaresAHoliday } from './platform/holiday';
import { improvesTheCity } from './platform/improvements';
import { listsCheaply } from './platform/lists';
import { watchesAComplaint } from './platform/live';
import { watchesTheCity } from './platform/monitoring';
import { carriesOutAProposal } from './platform/proposals';
import { servesAnotherGateway } from './platform/other-gateway';
import { offersPlayground } from './platform/playground';
import { routesByWhatWasAnswered } from './platform/routing';
import { servesFrontends } from './platform/frontends';
import { handsOutAndForgets } from './platform/my-data';
import { keepsItsRecord } from './platform/record';
import { publishesTheYear } from './platform/scorecards';
import { publishesResults } from './platform/survey-results';
import { succeedsADepartment } from './platform/succession';
import { tellsTheStory } from './platform/story';
import { tracesAsOne } from './platform/traces';
import { livesItsWholeLife } from './platform/whole-life';
import { showsTheCharter } from './platform/charter-page';
import { keepsWhatIsPublic } from './platform/public-answers';
import { measuresTheYear } from './platform/yearly-survey';

jest.setTimeout(120_000);

describe('a running platform', () => {
  let stack: RunningStack;
  const collector = new TraceCollector();
  beforeAll(async () => {
    await collector.start();
    // Every line whole, and more of them than anybody reads, and every trace: nothing confidential may stand in one.
    stack = await RunningStack.start({
      ...{ LOG_LEVEL: 'debug', CHARTER_LOGS: 'json' },
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
  }, 200_000);
  afterAll(async () => {
    await stack?.stop();
    await collector.stop();
  }, 90_000);

  const running = () => stack;
  describe('traces', () => tracesAsOne(running, () => collector));
  describe('the story', () => tellsTheStory(running));
  describe('lists', () => listsCheaply(running));
  describe('a whole life', () => livesItsWholeLife(running));
  describe('a live timeline', () => watchesAComplaint(running));
  describe('conversions', () => convertsBothWays(running));
  describe('a proposal', () => carriesOutAProposal(running));
  describe('a contest', () => holdsAContest(running));
  describe('monitoring', () => watchesTheCity(running));
  describe('compensation', () => paysForItsFailures(running));
  describe('a holiday', () => declaresAHoliday(running));
  describe('a succession', () => succeedsADepartment(running));
  describe('an improvement action', () => improvesTheCity(running));
  describe('results of a survey', () => publishesResults(running));
  describe('a yearly survey', () => asksTheCity(running));
  describe('attachments', () => carriesAttachments(running));
  describe('bad input', () => refusesBadInput(running));
  describe('attacks', () => withstandsAttacks(running));
  describe('services that hang', () => outlivesDeadServices(running));
  describe('the playground', () => offersPlayground(running));
  describe('what is public', () => keepsWhatIsPublic(running));
  describe('another gateway', () => servesAnotherGateway(running));
  describe('frontends', () => servesFrontends(running));
  describe('the page for frontend teams', () => cooksWhatIsWritten(running));
  describe('what is confidential', () => keepsConfidences(running, collector));
  describe('one’s own data', () => handsOutAndForgets(running));
  describe('the administrators’ desk', () => mendsWhatFailed(running));
  describe('who may see and do what', () => admitsWhomItShould(running));
  // Last: it fills the stack with further complaints.
  describe('routing', () => routesByWhatWasAnswered(running));
  // With the year that it told.
  describe('the record of the year', () => publishesTheYear(running));
  // After it: thousands of letters, which nobody waits for.
  describe('the yearly survey of 2,000', () => measuresTheYear(running));
  // With the year that the last two have filled.
  describe('the page of the charter', () => showsTheCharter(running));
  // Over all that the others have done.
  describe('the record', () => keepsItsRecord(running));
});

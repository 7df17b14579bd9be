import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { type AttachmentService, type AttachmentStore, PHOTOGRAPHS } from '@charter/attachments';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { granted } from '@charter/deadlines';
import { type Person, once } from '@charter/service';
import { PERIODS, REPORT_REVISION, REPORT_VERIFICATION } from '../domain/deadline-kinds';
import { decideMissionStep } from '../domain/monitoring/mission';
import { type Position, distanceFaults, distanceMetres, positionFaults } from '../domain/monitoring/place';
import { type ReportText, decideReport, notSent, reportedAlready } from '../domain/monitoring/report';
import { reportPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { MissionEntity } from '../store/monitoring/mission.entity';
import type { ReportEntity } from '../store/monitoring/report.entity';
import type { ReportDesk } from './report-desk';

/** What a monitor sends. */
export interface SentReport extends ReportText {
  readonly position: Position;
  readonly photoIds: readonly string[];
}

const ofWatched = (): Refusal =>
  refusal(
    'CONFLICT_OF_INTEREST',
    '자신이 일하는 부서는 점검할 수 없습니다.',
    'You work for the department that is looked at: somebody else reports on it.',
  );

/** Photographs and nothing else, named by this field of the input. */
const PHOTOS = { only: PHOTOGRAPHS, field: 'photoIds' } as const;

const own = (by: Person) => (report: ReportEntity) => report.citizenId === by.id;

export interface ReportServiceParts {
  readonly desk: ReportDesk;
  readonly files: AttachmentService;
  readonly attachments: AttachmentStore;
  readonly secret: string;
}

/** What monitors do: reporting in time and on the spot, completing what was sent back, taking back. */
export class ReportService {
  private readonly desk: ReportDesk;

  constructor(private readonly parts: ReportServiceParts) {
    this.desk = parts.desk;
  }

  /** @returns the report's id */
  async submit(missionId: string, sent: SentReport, key: string | null, by: Person): Promise<Handled> {
    const { dataSource, missions } = this.desk.parts;
    const command = {
      ...{ callerId: by.id, operation: 'submitReport', key, secret: this.parts.secret },
      input: { missionId, ...sent },
    };
    if (!(await missions.byIds([missionId]))[0]) return 'NOT_FOUND';
    const arrived = await this.arrive(sent.photoIds, by);
    if (!arrived.ok) return arrived;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const mission = (await missions.share(tx, missionId))!;
      return once(tx, command, () => this.take(tx, mission, sent, by));
    });
  }

  /** Checks what was uploaded, before the transaction that attaches it. */
  private async arrive(photoIds: readonly string[], by: Person): Promise<Outcome<null>> {
    const arrived = await this.parts.files.completeAll(photoIds, by, PHOTOS);
    return arrived === 'NOT_FOUND' ? refused(noSuchPhoto()) : arrived;
  }

  private async take(
    tx: EntityManager,
    mission: MissionEntity,
    sent: SentReport,
    by: Person,
  ): Promise<Outcome<string>> {
    const { recruitments, reports, deadlines, clock } = this.desk.parts;
    const { id: missionId, recruitmentId, departmentCode, watchedCode, districts, checklist } = mission;
    const monitor = await recruitments.lockServing(tx, recruitmentId, by.id);
    if (!monitor || (districts.length > 0 && !districts.includes(monitor.district))) return refused(notSent());
    if (by.departmentCode === watchedCode) return refused(ofWatched());
    const now = clock.now();
    const inTime = decideMissionStep(mission.status, 'report', { ...mission, now });
    if (!inTime.ok) return inTime;
    if (await reports.hasReported(tx, missionId, by.id)) return refused(reportedAlready());
    const { position, photoIds } = sent;
    const metres = distanceMetres(position, mission);
    const away = positionFaults(position, 'position');
    const faults = away.length > 0 ? away : distanceFaults(metres, mission);
    const decided = decideReport(
      sent,
      { items: checklist.length, photosNeeded: mission.photosNeeded },
      photoIds.length,
    );
    if (!decided.ok) return refused(...faults, ...decided.refusals);
    if (faults.length > 0) return refused(...faults);
    const id = randomUUID();
    const claimed = await this.parts.files.claim(tx, photoIds, by, undefined, PHOTOS);
    if (claimed === 'NOT_FOUND') return refused(noSuchPhoto());
    if (!claimed.ok) return claimed;
    const verification = await deadlines.open(
      tx,
      {
        ...{ kind: REPORT_VERIFICATION, subjectType: 'MONITORING_REPORT', subjectId: id, departmentCode },
        ...{ ownerId: null, receivedAt: now, period: PERIODS.VERIFICATION },
      },
      { by: by.id, at: now },
    );
    const report = {
      ...{ id, missionId, recruitmentId, citizenId: by.id, departmentCode, watchedCode },
      ...{ summary: decided.value.summary, latitude: position.latitude, longitude: position.longitude },
      ...({ distanceMetres: Math.round(metres), status: 'SUBMITTED', submittedAt: now } as const),
      verificationId: verification.id,
    };
    await reports.insert(tx, report, decided.value.observations, checklist);
    await this.parts.files.bind(tx, photoIds, id);
    const date = { deadlineId: verification.id, dueAt: verification.dueAt!.toISOString() };
    await this.desk.tell(tx, {
      type: 'monitoring.report-submitted.v1',
      payload: { ...reportPayload(report), ...date },
    });
    return accepted(id);
  }

  /** Completes what was sent back; what it said before is kept, and further photographs come to those that it has. */
  async revise(
    id: string,
    text: ReportText & { readonly photoIds: readonly string[] },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const { reports, deadlines } = this.desk.parts;
    const { photoIds } = text;
    const arrived = await this.arrive(photoIds, by);
    if (!arrived.ok) return arrived;
    return this.desk.handle('revise', { id, version, by, may: own(by) }, async (step) => {
      const { tx, report, mission, to, now, act, open } = step;
      const { count: present } = await this.parts.attachments.present(tx, id);
      const decided = decideReport(
        text,
        { items: mission.checklist.length, photosNeeded: mission.photosNeeded },
        present + photoIds.length,
      );
      if (!decided.ok) return decided;
      const claimed = await this.parts.files.claim(tx, photoIds, by, id, PHOTOS);
      if (claimed === 'NOT_FOUND') return refused(noSuchPhoto());
      if (!claimed.ok) return claimed;
      await this.parts.files.bind(tx, photoIds, id);
      await reports.rewrite(tx, report, decided.value.observations, mission.checklist, now);
      await reports.step(tx, report, 'revise', act, { status: to, summary: decided.value.summary });
      await this.desk.close(step, REPORT_REVISION);
      const verification = open.find(({ kind }) => kind === REPORT_VERIFICATION);
      const resumed =
        verification?.state === 'PAUSED'
          ? granted(await deadlines.resume(tx, verification.id, now, act))
          : verification;
      await this.desk.tell(tx, {
        type: 'monitoring.report-revised.v1',
        payload: { ...reportPayload(report), dueAt: resumed?.dueAt?.toISOString() ?? null },
      });
      return accepted(id);
    });
  }

  /** Takes one's report back before it is verified; in time, one can report again. */
  withdraw(id: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle('withdraw', { id, version, by, may: own(by) }, async (step) => {
      const { tx, report, to, act } = step;
      for (const kind of [REPORT_VERIFICATION, REPORT_REVISION]) await this.desk.close(step, kind, 'cancel');
      await this.desk.parts.reports.step(tx, report, 'withdraw', act, { status: to });
      await this.desk.tell(tx, { type: 'monitoring.report-withdrawn.v1', payload: reportPayload(report) });
      return accepted(id);
    });
  }
}

const noSuchPhoto = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '올리신 사진이 아닙니다. requestParticipationUpload로 받은 번호를 적어 주십시오.',
    'This is no photograph of yours: give the ids that requestParticipationUpload answered.',
    'photoIds',
  );

import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { MissionStatus } from '../../domain/monitoring/mission';
import type { MissionEntity } from '../../store/monitoring/mission.entity';
import { MissionStatusEnum } from './enums';

@ObjectType('MonitoringPlace', { description: 'Where a mission is carried out.' })
export class MonitoringPlaceType {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => String, { description: 'Its address.' })
  address: string;

  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;

  @Field(() => Int, { description: 'Reports are taken from within so many metres.' })
  radiusMetres: number;
}

@ObjectType('MonitoringMission', { description: 'What monitors are sent to look at (점검 과제).' })
export class MonitoringMissionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'What to do.' })
  instructions: string;

  @Field(() => MissionStatusEnum, { description: 'How far it is.' })
  status: MissionStatus;

  @Field(() => MonitoringPlaceType, { description: 'Where.' })
  place: MonitoringPlaceType;

  @Field(() => DateTime, { description: 'From when on reports are taken.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'From when on they are taken no more, by the server’s clock.' })
  endsAt: Date;

  @Field(() => [String], { description: 'Monitors of which districts may report; empty: of all.' })
  districts: readonly string[];

  @Field(() => Int, { description: 'How many photographs a report needs at least.' })
  photosNeeded: number;

  @Field(() => Int, { description: 'In how many working days the department answers an accepted report.' })
  answerDays: number;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancelledReason: string | null;

  @Field(() => Int, { description: 'For optimistic locking: pass it to the next mutation.' })
  version: number;

  readonly row: MissionEntity;
}

export const toMissionType = (row: MissionEntity): MonitoringMissionType => ({
  ...{ id: row.id, title: row.title, instructions: row.instructions, status: row.status },
  place: {
    ...{ name: row.placeName, address: row.placeAddress, radiusMetres: row.radiusMetres },
    ...{ latitude: row.latitude, longitude: row.longitude },
  },
  ...{ startsAt: row.startsAt, endsAt: row.endsAt, districts: row.districts, photosNeeded: row.photosNeeded },
  ...{ answerDays: row.answerDays, cancelledReason: row.cancelledReason, version: row.version, row },
});

export const MonitoringMissionConnection = connectionType('MonitoringMission', () => MonitoringMissionType);

@ObjectType()
abstract class OfMission {
  @Field(() => MonitoringMissionType, { nullable: true, description: 'As it is now; null when it was refused.' })
  mission: MonitoringMissionType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of openMission.' })
export class OpenMissionPayload extends OfMission {}
@ObjectType({ description: 'The answer of cancelMission.' })
export class CancelMissionPayload extends OfMission {}

@InputType({ description: 'Where a mission is carried out.' })
class MonitoringPlaceInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { description: 'Its address, 1 to 300 characters.' })
  address: string;

  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;

  @Field(() => Int, { defaultValue: 300, description: 'Reports are taken from within so many metres, 10 to 5,000.' })
  radiusMetres: number;
}

@InputType({ description: 'A point to check.' })
class ChecklistItemInput {
  @Field(() => String, { description: 'What to look at, 1 to 300 characters.' })
  question: string;

  @Field(() => String, {
    description: 'The standard of the charter that promises it, by code: common, or the watched department’s.',
  })
  standardCode: string;
}

@InputType({ description: 'A mission to open.' })
export class OpenMissionInput {
  @Field(() => ID, { description: 'For the monitors of which recruitment.' })
  recruitmentId: string;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { description: 'What to do, 1 to 5,000 characters.' })
  instructions: string;

  @Field(() => String, {
    description: 'The department whose service is looked at, and that answers, by code; never the one that verifies.',
  })
  watchedDepartmentCode: string;

  @Field(() => MonitoringPlaceInput, { description: 'Where.' })
  place: MonitoringPlaceInput;

  @Field(() => DateTime, { description: 'From when on reports are taken, within the term.' })
  startsAt: Date;

  @Field(() => DateTime, { description: 'From when on they are taken no more, within the term.' })
  endsAt: Date;

  @Field(() => [ChecklistItemInput], { description: 'What to check, 1 to 30 points.' })
  checklist: ChecklistItemInput[];

  @Field(() => [String], { nullable: true, description: 'Monitors of which districts; none: of all.' })
  districts?: string[] | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many photographs a report needs at least, 0 to 10.' })
  photosNeeded: number;

  @Field(() => Int, { defaultValue: 7, description: 'In how many working days the department answers, 1 to 60.' })
  answerDays: number;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A mission to call off.' })
export class CancelMissionInput {
  @Field(() => ID, { description: 'Which mission.' })
  missionId: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters. Published.' })
  reason: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'Around a position.' })
export class NearInput {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;

  @Field(() => Int, { description: 'Within so many metres, 1 to 100,000.' })
  withinMetres: number;
}

@InputType({ description: 'Which missions.' })
export class MonitoringMissionFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this recruitment.' })
  recruitmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that watch this department, by code.' })
  watchedDepartmentCode?: string | null;

  @Field(() => [MissionStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: MissionStatus[] | null;

  @Field(() => NearInput, { nullable: true, description: 'Only those around a position.' })
  near?: NearInput | null;
}

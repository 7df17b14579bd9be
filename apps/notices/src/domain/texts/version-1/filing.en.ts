import type { Texts } from '../template-set';

export const filing = {
  'complaint.filed.v1/CITIZEN': {
    subject: '[Received {receipt}] We have your complaint',
    body: `We have received your complaint.

Receipt number: {receipt}
Department in charge: {department}
Answer promised by the charter: {charterDue}
Due by law: {due}

The department will look into it and answer by the promised date. We tell you at once when an officer takes it on or a date changes.

{object}`,
  },
  'complaint.filed.v1/OFFICER': {
    subject: '[New {receipt}] A complaint has come in',
    body: `A complaint has come in to your department.

Receipt number: {receipt}
Department in charge: {department}
Promised by the charter: {charterDue}
Due by law: {due}

Please name who handles it, and begin.`,
  },
  'complaint.assigned.v1/CITIZEN': {
    subject: '[In progress {receipt}] An officer handles your complaint',
    body: `An officer was assigned to your complaint and is handling it.

Receipt number: {receipt}
Department in charge: {department}

The dates you were given at receipt hold. We tell you as soon as the answer is there.

{object}`,
  },
  'complaint.assigned.v1/OFFICER': {
    subject: '[Assigned {receipt}] This complaint is yours',
    body: `You were assigned to a complaint.

Receipt number: {receipt}
Department in charge: {department}

Please read it, note its due date and handle it in time.`,
  },
  'complaint.moved.v1/CITIZEN': {
    subject: '[Passed on {receipt}] Another department is in charge',
    body: `We passed your complaint to the department that this is the work of.

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDepartment}

[Why]
{reason}

Its number and its dates stay, and the department has all that was done so far. We tell you when an officer takes it on.

{object}`,
  },
  'complaint.moved.v1/OFFICER': {
    subject: '[Passed on {receipt}] A complaint from another department',
    body: `A complaint was passed to your department from another one.

Receipt number: {receipt}
Department in charge: {department}
Before: {previousDepartment}

[Why]
{reason}

Please name who handles it, and begin: its dates stay. If it is not your work, pass it on within 3 working hours.`,
  },
  'complaint.transferred.v1/CITIZEN': {
    subject: '[Transferred {receipt}] Another body answers you',
    body: `Your complaint is the work of another body, so we passed it there.

Receipt number: {receipt}
Passed on by: {department}
Answered from now on by: {transferredTo}

[Why]
{reason}

From now on that body handles it and answers you. By its number you can still see what was done here.

{object}`,
  },
  'complaint.withdrawn.v1/CITIZEN': {
    subject: '[Withdrawn {receipt}] Your complaint was withdrawn',
    body: `Your complaint was withdrawn, as you asked.

Receipt number: {receipt}
Department in charge: {department}

Nothing more will be done about it. You are welcome to file again at any time.

{object}`,
  },
  'complaint.withdrawn.v1/OFFICER': {
    subject: '[Withdrawn {receipt}] The citizen has withdrawn',
    body: `A complaint was withdrawn by the citizen.

Receipt number: {receipt}
Department in charge: {department}

Please close your work on it.`,
  },
} as const satisfies Texts;

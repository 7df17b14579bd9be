import type { Texts } from '../template-set';

export const beside = {
  'survey.invited.v1/CITIZEN': {
    subject: '[Survey {receipt}] How was it?',
    body: `We would like to hear how your complaint was handled.

Receipt number: {receipt}
Department to be rated: {department}
Answer until: {expires}

Nobody can tell who gave which answer. Answers count towards the department’s score.

{object}`,
  },
  'survey.asked.v1/CITIZEN': {
    subject: '[Survey] We would like to hear from you',
    body: `You were drawn at random among those who used the city’s services, or were invited.

Survey: {title}
Department that asks: {department}
Answer until: {expires}

Nobody can tell who gave which answer, and the results are published for everybody. Taking part is up to you.

If you object to this survey, please call 120.`,
  },
  'survey.reminded.v1/CITIZEN': {
    subject: '[Survey] There is a survey that you have not answered yet',
    body: `There is a survey that you have not answered yet.

Survey: {title}
Department that asks: {department}
Answer until: {expires}

Nobody can tell who gave which answer. Taking part is up to you.

If you object to this survey, please call 120.`,
  },
  'survey.task-overdue.v1/OFFICER': {
    subject: '[Survey late] {task}',
    body: `A step of a satisfaction survey was not finished by its date.

Survey: {title}
Step: {task}
Department in charge: {department}
Due: {due}

Please look up what holds it up. Once that is gone it goes on by itself.`,
  },
  'survey.task-overdue.v1/MANAGER': {
    subject: '[Survey late] {task}',
    body: `A step of a satisfaction survey was not finished by its date.

Survey: {title}
Step: {task}
Department in charge: {department}
Due: {due}

Please have it looked up what holds it up. Once that is gone it goes on by itself.`,
  },
  'survey.date-moved.v1/OFFICER': {
    subject: '[Satisfaction survey] The date of a step has changed: {task}',
    body: `A holiday has changed the date of a step of the satisfaction survey.

Survey: {title}
Step: {task}
Department: {department}
New date: {due}
Date before: {previousDue}
Reason: {reason}

You need not do anything: the survey goes on by the new date.`,
  },
  'department.succeeded.v1/OFFICER': {
    subject: '[Reorganisation] The work of a closed department has come to us',
    body: `Our department carries on the work of one that was closed.

Closed department: {previousDepartment}
Successor: {department}

Open complaints, proposals, claims and improvement actions came over with their dates. Please look at the department’s lists and handle them in time.`,
  },
  'department.succeeded.v1/MANAGER': {
    subject: '[Reorganisation] The work of a closed department has come to yours',
    body: `Your department carries on the work of one that was closed.

Closed department: {previousDepartment}
Successor: {department}

Open complaints, proposals, claims and improvement actions came over with their dates. Please give those to somebody whose officer did not come along.`,
  },
} as const satisfies Texts;

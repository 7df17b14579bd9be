import type { Texts } from '../template-set';

export const monitoringDates = {
  'monitoring.task-due-soon.v1/CITIZEN': {
    subject: '[Monitoring] The date for what is missing comes near',
    body: `The date for adding what is missing in your report comes near.

About: {title}
Department in charge: {department}
Please add it by: {due}

Please add it in time. If you have done so already, there is nothing left to do.

{objectMonitoring}`,
  },
  'monitoring.task-due-soon.v1/OFFICER': {
    subject: '[Monitoring due soon] A date comes near',
    body: `The date of a duty within monitoring comes near.

About: {title}
Department in charge: {department}
What: {task}
Due by: {due}

Please finish it in time.`,
  },
  'monitoring.task-overdue.v1/CITIZEN': {
    subject: '[Monitoring] A date has passed',
    body: `A date within the handling of your report has passed.

About: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

{overdueNext}

{objectMonitoring}`,
  },
  'monitoring.task-overdue.v1/OFFICER': {
    subject: '[Monitoring late] A date has passed',
    body: `A date within monitoring has passed.

About: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

{overdueDuty}`,
  },
  'monitoring.task-overdue.v1/MANAGER': {
    subject: '[Monitoring late] Your department is late',
    body: `Your department has missed the date of a duty within monitoring.

About: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

Please have it finished at once.`,
  },
  'monitoring.task-escalated.v1/MANAGER': {
    subject: '[Monitoring still late] It is still not done',
    body: `A duty of your department within monitoring is still not done after its date.

About: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

Please have it finished at once. The auditor was told of this delay.`,
  },
  'monitoring.task-escalated.v1/AUDITOR': {
    subject: '[Monitoring delay report] It is still not done',
    body: `A duty within monitoring is still not done after its date.

About: {title}
Department in charge: {department}
What: {task}
It was due by: {due}

The head of the department was urged again. Please include it in the inspection.`,
  },
  'monitoring.date-moved.v1/CITIZEN': {
    subject: '[Monitoring date changed] A date has changed',
    body: `A date of the monitoring in which you take part has changed.

About: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

Please keep the new date in mind.

{objectMonitoring}`,
  },
  'monitoring.date-moved.v1/OFFICER': {
    subject: '[Monitoring date changed] A date has changed',
    body: `A date within monitoring has changed.

About: {title}
Department in charge: {department}
What: {task}
Before: {previousDue}
Now: {due}
Reason: {reason}

Please keep to the new date. Where applicants or a monitor have to keep it, they were told as well.`,
  },
} as const satisfies Texts;

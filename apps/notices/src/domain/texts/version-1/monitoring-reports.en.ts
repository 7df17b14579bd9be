import type { Texts } from '../template-set';

/** The department that was watched is told of what, never of whom. */
export const monitoringReports = {
  'monitoring.report-submitted.v1/CITIZEN': {
    subject: '[Monitoring] Your report was received',
    body: `Your report was received. Thank you for looking so closely.

Mission: {title}
Department in charge: {department}
To be verified by: {due}

The department verifies it by then, and we tell you the result. If something is missing, we ask you first.

{objectMonitoring}`,
  },
  'monitoring.report-submitted.v1/OFFICER': {
    subject: '[Monitoring] A report is to be verified',
    body: `A monitor has handed in a report.

Mission: {title}
Department in charge: {department}
To be verified by: {due}

Please look into it and verify it in time.`,
  },
  'monitoring.report-returned.v1/CITIZEN': {
    subject: '[Monitoring] Something is missing in your report',
    body: `Something is missing in the report that you handed in.

Mission: {title}
Department in charge: {department}
Please add it by: {due}

[What is missing]
{reason}

As soon as you have added it we go on verifying your report, and we tell you the result. After that date nothing can be added, and the report may not be accepted.

{objectToOffice}`,
  },
  'monitoring.report-revised.v1/OFFICER': {
    subject: '[Monitoring] A report was completed',
    body: `A monitor has added to a report what was missing.

Mission: {title}
Department in charge: {department}
To be verified by: {due}

Please look at what was added and go on verifying the report.`,
  },
  'monitoring.report-withdrawn.v1/OFFICER': {
    subject: '[Monitoring] A report was withdrawn',
    body: `A monitor has taken a report back.

Mission: {title}
Department in charge: {department}

This report need not be verified any more.`,
  },
  'monitoring.report-accepted.v1/CITIZEN': {
    subject: '[Monitoring] Your report was accepted',
    body: `Your report was verified and accepted. Thank you for your work.

Mission: {title}
Department in charge: {department}
The department that was watched answers by: {due}

We asked the department that was watched to answer by then, and tell you when it has. Your report is published without your name, and that department is not told who wrote it.
{allowance}

{objectMonitoring}`,
  },
  'monitoring.report-rejected.v1/CITIZEN': {
    subject: '[Monitoring] The result of your report',
    body: `Your report was looked into, and could not be accepted.

Mission: {title}
Department in charge: {department}

[Why]
{reason}

There is no allowance for this report. You can take part in other missions as before.

{objectToOffice}`,
  },
  'monitoring.answer-owed.v1/OFFICER': {
    subject: '[Monitoring] A report waits for your answer',
    body: `A monitor of the city has looked at what your department does, and reported on it.

Mission: {title}
Department to answer: {department}
To be answered by: {due}

Please read what was found, and answer in time what is put right and how.`,
  },
  'monitoring.answer-owed.v1/MANAGER': {
    subject: '[Monitoring] Your department owes an answer',
    body: `A monitor of the city has looked at what your department does, and reported on it.

Mission: {title}
Department to answer: {department}
To be answered by: {due}

Please see that it is answered in time.`,
  },
  'monitoring.report-answered.v1/CITIZEN': {
    subject: '[Monitoring] Your report was answered',
    body: `The department that was watched has answered your report.
{lateAnswer}

Mission: {title}
Department in charge: {department}

You can read the answer with your report. Thank you for looking after the city’s services.

{objectMonitoring}`,
  },
  'monitoring.report-answered.v1/OFFICER': {
    subject: '[Monitoring] The department that was watched has answered',
    body: `The department that was watched has answered a report.
{lateAnswer}

Mission: {title}
Department in charge: {department}

Please see whether the answer meets what was reported. The monitor who reported was told as well.`,
  },
} as const satisfies Texts;

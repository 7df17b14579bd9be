import type { Texts } from '../template-set';

export const monitoring = {
  'monitoring.applied.v1/CITIZEN': {
    subject: '[Monitoring] Your application was received',
    body: `Thank you for applying to be a monitor of the city’s services. Your application was received.

Recruitment: {title}
Department in charge: {department}
Applications close: {due}

You can withdraw your application until it is decided. When applications have closed, the department chooses the monitors, and we tell you the result.

{objectMonitoring}`,
  },
  'monitoring.applications-closed.v1/OFFICER': {
    subject: '[Monitoring] Applications are closed',
    body: `Nobody can apply to be a monitor any more.

Recruitment: {title}
Department in charge: {department}
To be appointed by: {due}

Please look at the applications, so that the monitors are appointed in time. All who applied are told the result.`,
  },
  'monitoring.applications-closed.v1/MANAGER': {
    subject: '[Monitoring] Monitors are to be appointed',
    body: `Applications to be a monitor for your department are closed.

Recruitment: {title}
Department in charge: {department}
To be appointed by: {due}

Please see that the monitors are appointed in time. All who applied are told the result.`,
  },
  'monitoring.appointed.v1/CITIZEN': {
    subject: '[Monitoring] You were appointed as a monitor',
    body: `Congratulations: you were appointed as a monitor of the city’s services.

Recruitment: {title}
Department in charge: {department}
Your term: from {starts} until {due}

We tell you when a mission opens. You can step down at any time.

{objectMonitoring}`,
  },
  'monitoring.not-appointed.v1/CITIZEN': {
    subject: '[Monitoring] The result of your application',
    body: `Thank you for applying to be a monitor of the city’s services. We are sorry that we could not appoint you this time.

Recruitment: {title}
Department in charge: {department}

If a place becomes free during the term, you may still be appointed. You are welcome to apply again when the city next looks for monitors.

{objectToOffice}`,
  },
  'monitoring.cancelled.v1/CITIZEN': {
    subject: '[Monitoring] The recruitment was called off',
    body: `The recruitment of monitors to which you applied was called off. We are sorry for the trouble.

Recruitment: {title}
Department in charge: {department}

[Why]
{reason}

You need not withdraw your application. You are welcome to apply again when the city next looks for monitors.

{objectToOffice}`,
  },
  'monitoring.resigned.v1/OFFICER': {
    subject: '[Monitoring] A monitor has stepped down',
    body: `One of the monitors has stepped down.

Recruitment: {title}
Department in charge: {department}

Please see whether the missions that are left can still be carried out. You can appoint somebody else who applied.`,
  },
  'monitoring.dismissed.v1/CITIZEN': {
    subject: '[Monitoring] Your appointment has ended',
    body: `We have to tell you that your appointment as a monitor was ended.

Recruitment: {title}
Department in charge: {department}

[Why]
{reason}

We take no new reports from you. Thank you for what you have done so far.

{objectToOffice}`,
  },
  'monitoring.term-ended.v1/CITIZEN': {
    subject: '[Monitoring] Your term has ended',
    body: `Your term as a monitor has ended. Thank you for looking after the city’s services.

Recruitment: {title}
Department in charge: {department}

Reports that you have handed in are still verified, and we tell you the result. You are welcome to apply again.

{objectMonitoring}`,
  },
  'monitoring.allowance-stated.v1/CITIZEN': {
    subject: '[Monitoring] Your allowance',
    body: `This is what your accepted reports of a month have earned.

Recruitment: {title}
Department in charge: {department}
Month: {month}
Accepted reports: {count}
Allowance: {amount}

{payment}

{objectMonitoring}`,
  },
  'monitoring.mission-opened.v1/CITIZEN': {
    subject: '[Monitoring] A new mission is open',
    body: `A new mission is open for monitors.

Mission: {title}
Department in charge: {department}
Place: {place}
When: from {starts} until {due}

Please read first what is to be checked, and hand in your report within this time.

{objectMonitoring}`,
  },
  'monitoring.mission-due-soon.v1/CITIZEN': {
    subject: '[Monitoring] The date for your report comes near',
    body: `A mission that you have not reported on yet ends soon.

Mission: {title}
Department in charge: {department}
Place: {place}
When: from {starts} until {due}

Please hand in your report before it ends: no report is taken after that. If you have reported already, there is nothing left to do.

{objectMonitoring}`,
  },
  'monitoring.mission-cancelled.v1/CITIZEN': {
    subject: '[Monitoring] The mission was called off',
    body: `A mission for monitors was called off. We are sorry for the trouble.

Mission: {title}
Department in charge: {department}
Place: {place}
When: from {starts} until {due}

[Why]
{reason}

No more reports are taken on this mission. You can take part in the others as before.

{objectToOffice}`,
  },
} as const satisfies Texts;

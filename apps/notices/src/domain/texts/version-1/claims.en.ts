import type { Texts } from '../template-set';

export const claims = {
  'complaint.fault-confirmed.v1/CITIZEN': {
    subject: '[Complaint {receipt}] We found that we were at fault',
    body: `We looked at what happened while we handled your complaint, and found that we were at fault. We sincerely apologise.

Receipt number: {receipt}
Department in charge: {department}
What we found: {fault}

Where the charter pays for it, a claim to compensation opens without your asking, and we tell you so.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'complaint.fault-confirmed.v1/OFFICER': {
    subject: '[Complaint {receipt}] A fault of the department was confirmed',
    body: `The head of the department or the petition auditor confirmed that something went wrong in handling this complaint.

Receipt number: {receipt}
Department in charge: {department}
What was found: {fault}

Please put it right, so that it does not happen again. Where a rule pays for it, a claim to compensation opens.`,
  },
  'claim.opened.v1/CITIZEN': {
    subject: '[Compensation {receipt}] A claim was opened for you',
    body: `We did not keep a promise of the charter, so a claim to compensation was opened for you. We are sorry.

Receipt number: {receipt}
Department in charge: {department}
Amount foreseen: {amount}
Decided by: {due}

You need not apply. We tell you the result as soon as it was reviewed.

If you disagree with the result, you may object once you were told. Questions: call 120.`,
  },
  'claim.filed.v1/CITIZEN': {
    subject: '[Compensation {receipt}] We received your claim',
    body: `We received your claim to compensation.

Receipt number: {receipt}
Department in charge: {department}
Amount foreseen: {amount}
Decided by: {due}

One person reviews it and another decides; we tell you the result.

If you disagree with the result, you may object once you were told. Questions: call 120.`,
  },
  'claim.filed.v1/OFFICER': {
    subject: '[Compensation {receipt}] A claim to review',
    body: `A citizen claims compensation.

Receipt number: {receipt}
Department in charge: {department}
Amount foreseen: {amount}
Decided by: {due}

Please look at what is claimed and what shows it, and write what you found. Somebody else decides.`,
  },
  'claim.reviewed.v1/MANAGER': {
    subject: '[Compensation {receipt}] A claim to decide',
    body: `The review of a claim to compensation is done.

Receipt number: {receipt}
Department in charge: {department}
Amount: {amount}

Please read what was found, and approve or refuse. Whoever reviewed it may not decide.`,
  },
  'claim.approved.v1/CITIZEN': {
    subject: '[Compensation {receipt}] Compensation was approved',
    body: `We did not keep our promise, and we apologise. Under the charter, compensation was approved.

Receipt number: {receipt}
Department in charge: {department}
Amount: {amount}

Cash goes to your registered account on the last working day of the month; if you have not given one yet, please do. A gift certificate or local currency is handed over by the department. We tell you when it was paid. We put right what went wrong.

If you disagree with the decision, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.apologised.v1/CITIZEN': {
    subject: '[Compensation {receipt}] Our letter of apology and correction',
    body: `We wrote you a letter: what went wrong, how we put it right, and the compensation that you receive. Again, we apologise.

Receipt number: {receipt}
Department in charge: {department}
Amount: {amount}

You can read it with your claim and fetch it as PDF. An address for that holds for five minutes; you can ask for a new one at any time.

If you disagree, you may object at any time: please tell the person named in the letter. Questions: call 120.`,
  },
  'claim.refused.v1/CITIZEN': {
    subject: '[Compensation {receipt}] Compensation was refused',
    body: `We looked at the claim to compensation and refused it. We are sorry that we cannot follow it.

Receipt number: {receipt}
Department in charge: {department}
Objection until: {objectUntil}

[Why]
{reason}

Where a date to object is given, you may object once until then: somebody else decides again.

Besides, you may bring a grievance to the Anti-Corruption and Civil Rights Commission or the city’s ombudsman. Questions: call 120.`,
  },
  'claim.revoked.v1/CITIZEN': {
    subject: '[Compensation {receipt}] The decision is made again',
    body: `Something in the decision on compensation has to be put right, so it is made again. We are sorry.

Receipt number: {receipt}
Department in charge: {department}

We tell you as soon as it is decided. There is nothing that you have to do.

If you disagree with the result, you may object once you were told. Questions: call 120.`,
  },
  'claim.paid.v1/CITIZEN': {
    subject: '[Compensation {receipt}] Compensation was paid',
    body: `We paid the compensation to your registered account. Again, we apologise.

Receipt number: {receipt}
Department in charge: {department}
Amount: {amount}

This ends the procedure. If the money did not arrive, please tell the department.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.returned.v1/CITIZEN': {
    subject: '[Compensation {receipt}] The payment did not go through',
    body: `We tried to pay the compensation, but the bank could not carry it out.

Receipt number: {receipt}
Department in charge: {department}
Amount: {amount}

Please check your account and register it again. We pay with the next batch; your right to it stays as it is.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.handed-over.v1/CITIZEN': {
    subject: '[Compensation {receipt}] Compensation was handed over',
    body: `You received the compensation. Again, we apologise.

Receipt number: {receipt}
Department in charge: {department}
How: {thing}
Amount: {amount}

This ends the procedure. If you did not receive it, please tell the department at once.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.taken-back.v1/CITIZEN': {
    subject: '[Compensation {receipt}] What was handed over came back',
    body: `What we handed over to you as compensation came back to us.

Receipt number: {receipt}
Department in charge: {department}
How: {thing}
Amount: {amount}

The department gets in touch with you to hand it over again; your right to it stays as it is.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.objected.v1/CITIZEN': {
    subject: '[Compensation {receipt}] We received your objection',
    body: `We received your objection to the refusal of compensation.

Receipt number: {receipt}
Department in charge: {department}
Decided by: {due}

Somebody who did not refuse it decides again, and we tell you the result.

If you disagree with the result, an administrative appeal or a grievance stays open to you. Questions: call 120.`,
  },
  'claim.objected.v1/MANAGER': {
    subject: '[Compensation {receipt}] An objection to a refusal',
    body: `A citizen objects to the refusal of compensation.

Receipt number: {receipt}
Department in charge: {department}
Decided by: {due}

Please have it reviewed again. Whoever refused it may not decide.`,
  },
  'claim.task-due-soon.v1/OFFICER': {
    subject: '[Compensation {receipt}] A decision is due soon',
    body: `A date is near.

What: {task}
Receipt number: {receipt}
Department in charge: {department}
Due: {due}

Please review it and have it decided in time.`,
  },
  'claim.task-overdue.v1/CITIZEN': {
    subject: '[Compensation {receipt}] The decision is late',
    body: `We did not decide on compensation by the date that we gave you, and we are sorry.

Receipt number: {receipt}
Department in charge: {department}
Was due: {due}

The head of the department was told. We tell you as soon as it is decided.

If you disagree, you may object at any time under the charter. Questions: call 120.`,
  },
  'claim.task-overdue.v1/OFFICER': {
    subject: '[Compensation {receipt}] A decision is late',
    body: `A date has passed.

What: {task}
Receipt number: {receipt}
Department in charge: {department}
Was due: {due}

Please finish it without delay. The head of the department was told.`,
  },
  'claim.task-overdue.v1/MANAGER': {
    subject: '[Compensation {receipt}] A decision is late',
    body: `A date has passed.

What: {task}
Receipt number: {receipt}
Department in charge: {department}
Was due: {due}

Please have it reviewed and decide it soon.`,
  },
  'claim.task-escalated.v1/MANAGER': {
    subject: '[Compensation {receipt}] A decision is still late',
    body: `Its date has passed, and it is still open.

What: {task}
Receipt number: {receipt}
Department in charge: {department}
Was due: {due}

Please have it reviewed and decide it soon.`,
  },
  'claim.task-escalated.v1/AUDITOR': {
    subject: '[Compensation {receipt}] A decision is still late',
    body: `Its date has passed, and it is still open.

What: {task}
Receipt number: {receipt}
Department in charge: {department}
Was due: {due}

Please look into why.`,
  },
  'claim.date-moved.v1/CITIZEN': {
    subject: '[Compensation {receipt}] The date of the decision moved',
    body: `A public holiday changed, and with it the date by which we decide on compensation.

Receipt number: {receipt}
Department in charge: {department}
New date: {due}
Date before: {previousDue}
Why: {reason}

We tell you as soon as it is decided.

If you disagree with the result, you may object once you were told. Questions: call 120.`,
  },
  'claim.date-moved.v1/OFFICER': {
    subject: '[Compensation {receipt}] The date of a decision moved',
    body: `A public holiday changed, and with it the date by which a claim is decided.

Receipt number: {receipt}
Department in charge: {department}
New date: {due}
Date before: {previousDue}
Why: {reason}

Please have it decided by the new date.`,
  },
} as const satisfies Texts;

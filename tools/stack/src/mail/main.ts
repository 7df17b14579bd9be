import { z } from 'zod';

import { endOnSignal, readEnvironment } from '../tool-process';
import { createMailHttp, createSmtp, listenSmtp } from './mail-sink';
import { MailStore } from './mail-store';
import { PortStore } from './port-store';

const environment = readEnvironment(
  z.object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number(),
    SMTP_PORT: z.coerce.number(),
    MAIL_FOLDER: z.string(),
    MESSAGES_FOLDER: z.string(),
  }),
);

async function run(): Promise<void> {
  const store = await MailStore.open(environment.MAIL_FOLDER);
  const smtp = createSmtp(store);
  const http = createMailHttp(store, await PortStore.open(environment.MESSAGES_FOLDER));
  await listenSmtp(smtp, environment.HOST, environment.SMTP_PORT);
  await http.listen({ host: environment.HOST, port: environment.PORT });
  endOnSignal(async () => {
    await new Promise<void>((resolve) => smtp.close(resolve));
    await http.close();
  });
}

void run();

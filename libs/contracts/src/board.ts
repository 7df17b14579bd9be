/** Where administrators look at the queues in a browser: the gateway's address, and that of notices, which answers there. */
export const QUEUE_BOARD_PATH = '/admin/queues';

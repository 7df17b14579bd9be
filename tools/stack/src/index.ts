export { readCatalogue } from './demo/catalogue';
export { tellHistory } from './demo/history';

import type { russianWords } from './words-russian.ts';

/** What is said while taking away, in Kazakh. */
export const kazakhWords: Record<keyof typeof russianWords, string> = {
  title: 'Жүктеу және бөлісу',
  close: 'Жабу',
  picture: 'Сурет',
  'picture.none': 'Экрандағы кесте – сурет емес: картаны не тақтайшаларды таңдаңыз.',
  data: 'Деректер',
  'data.now': 'Деректер – дәл қазір белгілі күйінде, әр редакциясымен.',
  link: 'Осы көріністің сілтемесі',
  embed: 'Өз бетіңізге арналған код',
  copy: 'Көшіру',
  making: 'Сурет дайындалуда…',
  saved: 'Сақталды: {{name}}',
  failed: 'Сурет шықпады: қаріп келмеді не браузер оны салмайды. Деректерді жүктеуге болады.',
  copied: 'Көшірілді.',
  copyFailed: 'Браузер көшіруге рұқсат бермеді: мәтін белгіленді, пернелермен көшіріңіз.',
  knownAt: '{{time}} уақытында белгілі болғандай',
};

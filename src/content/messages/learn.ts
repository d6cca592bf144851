/** What the Learn view says around its lessons. */
export const learn = {
  lead: 'Fourteen short lessons. Each is done on a real token in the inspector, and knows when you have done it.',
  short: 'In a hurry? Take lessons 1, 2, 5, 7, 11 and 12.',
  private: 'What you do here is forgotten when the page is closed.',
  keep: 'Remember which lesson I am at',
  kept: 'The browser keeps the name of the lesson, and nothing else.',
  goOn: 'Go on with',
  forget: 'Forget it',
  learned: 'learned',
  all: 'All lessons',
  back: 'Put back what was in the boxes',
  own: 'Your own token stays in the inspector until you start the exercise. You can have it back at any time.',
  begin: 'Start the exercise',
  again: 'Start over',
  next: 'Next lesson',
  predict: 'First, a guess',
  confirm: 'Press Enter to make this your guess.',
  progress: '{done} of {all} done',
  reveal: 'Guess first. Then the answer and the facts are shown.',
  right: 'Right.',
  wrong: 'Not quite.',
  tasks: 'Do it',
  facts: 'What to know',
  done: 'Done: you have learned this one.',
  print: 'Print',
  state: { open: 'to do', done: 'done', wrong: 'not it' },
} as const

/** Where header and payload are edited. */
export const workbench = {
  protected: 'Edit the header',
  payload: 'Edit the payload',
  refused: 'This key cannot sign.',
} as const

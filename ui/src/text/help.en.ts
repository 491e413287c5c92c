import type ru from './help.ru'

const help: typeof ru = {
  title: 'Help',
  contents: 'Contents',
  sections: [
    {
      id: 'start',
      title: 'How it works',
      body: [
        'A complaint comes in and gets a number and its deadlines. You decide on each demand. The letter is composed from the decisions; you check it, issue it and send it. Then you close the case.',
        'The Today screen shows what to do now. Each row gives its next step. If you don’t know where to begin, begin with the top row.',
        'Nobody sets a case’s status by hand. It follows from what has been done.',
      ],
    },
    {
      id: 'intake',
      title: 'Recording a complaint',
      body: [
        'Press “New complaint” or Ctrl+N. The complainant’s words and the time they reached you are enough; the rest can come later.',
        '• A message: save it as .eml and drop it on the window. The program reads the text and the attachments, you check and confirm.',
        '• A chat: copy it and paste it into a new complaint.',
        '• A call: write the words as they are and read them back.',
        'If you write it down later than the day of receipt, say why. Deadlines run from the day of receipt, and this line explains the gap to an inspector.',
        'A number is given once, in order, without gaps.',
      ],
    },
    {
      id: 'terms',
      title: 'Deadlines',
      body: [
        'A deadline depends on what is asked and on the relation behind it. Click the date in a case: the program shows the article and the steps of the calculation.',
        'Counting starts on the next day. If the last day is a holiday, it moves to the nearest working day.',
        'Beside the last day stands the safe one: the last working day before it. Aim for the safe one.',
        'Not finished in time? Send an interim reply with the reason and a date. The law doesn’t wait longer for it, but the person knows when to expect the answer.',
      ],
    },
    {
      id: 'rules',
      title: 'Rules and the calendar',
      body: [
        'On the last day a letter may be posted until midnight, but the branch closes earlier. Check its hours in Settings, “Deadlines and rules”.',
        'Each rule stands there with its article, its source and how sure it is. Change it, switch it off, add your own, save them to a file for colleagues. A triangle marks what ends soon.',
        'The calendar of days off is beside it. Before each change the program shows which cases are affected, and afterwards offers to undo it.',
        '“The price of each answer” in a case estimates the cost of paying and of going to court. The court costs are assumptions that you set.',
        '“Deadlines” of a case holds all of them: demands, a promised answer, the day of an inspection, a promised payment. They come from letters and decisions by themselves. Add your own, an expertise or a return of goods, and say which fact it runs from.',
        'Done? Press “Finish” and choose the proof: a letter, a dispatch, a document. A deadline can be paused only where a rule allows it, and with its ground.',
        'If an interim reply promises a day later than the legal one, the program names the article and the penalty for each day. “Inspection: proof” leads from the invitation to the record and puts the papers into one file.',
        '“Add to calendar” saves the dates as an .ics file for the calendar of your phone or mail. No names and no words of complainants are in it.',
      ],
    },
    {
      id: 'case',
      title: 'Working on a case',
      body: [
        '• Documents: drop files on the open case. They are kept as they came; your own file is not touched.',
        '• Diary: what happened and exactly when, and who told you.',
        '• Notes: for the office. They can’t get into letters.',
      '• Findings: where the complainant tells of several facts, “Find points in the text” picks them out. For each, write down what was checked, the finding, the ground and the documents; the answer has a paragraph on each. Drag them or press Alt with an arrow to change their order.',
        '• Decisions: one for each demand. Write the reasons for the complainant; they go into the letter.',
        '“Compile the case file” beside the documents joins letters, documents and the course of events: as one PDF, as a folder for a browser, for a court, for an electronic registered letter. Personal data can be blacked out: no text is left beneath.',
        'Made a slip? Ctrl+Z undoes what you have just done in the case; before undoing a dispatch, a closing and the like it asks first. Ctrl+Y redoes what was undone. Earlier changes are undone under “History”. What is deleted goes to the trash.',
        'A case can be closed once an answer is issued, or a reason is given why none is due.',
      ],
    },
    {
      id: 'letters',
      title: 'Letters',
      body: [
        'A letter is composed from the case: addressee, demands, decisions, reasons, enclosures. Edit the words freely; legal wording is locked against slips.',
        'Does a decision rest on documents? Tick them in the decision: the letter refers to them by a number and lists them under the text. The paper-clip button adds a reference of your own. “Show in the letter” beside a photograph places it in the text.',
        'On the right is the actual PDF page. What you see is what goes out.',
        'A blank left in the letter stops it being issued. Remarks on tone and completeness can be overridden by saying why.',
        'The check of a letter marks misspelt words and offers others. A correct word that it does not know can be added to your dictionary straight from the remark; the whole dictionary is in Settings → “Records”.',
        'Was the letter signed electronically in another program? Add the .sig file on the letter’s screen: the program compares its digest with the letter.',
        'An issued letter gets its outgoing number and never changes. Found a mistake? Write a letter to replace it.',
      ],
    },
    {
      id: 'templates',
      title: 'Letter templates',
      body: [
        'A template says how a letter is written from the case. Settings → “Letter templates”: open the program’s, press “Make your own” and change it; the letter it makes appears on the right at once.',
        '• A field is what the program fills in: a name, a date, a sum. A snippet is a piece of a sentence that changes from case to case.',
        '• A condition decides when a text is needed. A paragraph “for each demand” is repeated for every demand.',
        '• Legal wording can’t be changed. The check says when something needed is missing.',
        'Each save makes a new version. Letters already begun stay with theirs and can be moved to the new one. Templates can be saved to a file and loaded from one.',
      ],
    },
    {
      id: 'approval',
      title: 'Approval by the head',
      body: [
        'Switch it on in Settings, “Your business” → “Approval of letters”: for all letters, only for refusals, or only for larger sums.',
        'A member of staff presses “Submit for approval”; the head sees the letter on Today, and approves it or returns it with remarks.',
        'Any change after approval voids it: only what was read is approved. The name is a record in the journal, not a password.',
      ],
    },
    {
      id: 'readings',
      title: 'Three readings',
      body: [
        'This tab of a letter shows what the customer, the inspector and the judge will find in it, and what they will miss. A click leads to the place; beside it stands what to add.',
      ],
    },
    {
      id: 'posting',
      title: 'Sending and proving it',
      body: [
        '“Envelope, label, inventory…” prints the papers around a letter: envelopes from C6 to C4, labels, an inventory of contents, a receipt to sign.',
        '“Record the dispatch”: how, when, the number on the receipt. The number is verified by its check digit. Photograph the receipt: thermal paper fades.',
        'If nothing is heard in time, the letter appears on Today under “Delivery is late”. “Delivery news” records whether it was delivered, came back or was refused.',
        '“Proof of the answer…” gathers letter, inventory, receipts and rows of the journal in one PDF, after checking that they do not contradict each other.',
      ],
    },
    {
      id: 'forms',
      title: 'Other forms of the answer',
      body: [
        'The same decision for a review, for a call and for a message. The public reply has no names, numbers or sums; if you write a name, the check says so.',
        'Copy the text, post it yourself and press “Note where it was posted”: place and words go into the diary of the case.',
      ],
    },
    {
      id: 'search',
      title: 'Searching',
      body: [
        'The search at the top understands Russian word forms. It covers number, name, subject and text.',
        'In the register you can filter by status, deadline, channel and kind, sort by columns and change their width. Just start typing in the list to filter it.',
        'Select rows with Shift and press Ctrl+C: they paste into a spreadsheet.',
      ],
    },
    {
      id: 'safety',
      title: 'Keeping your records safe',
      body: [
        'What you type saves itself, even if the computer is switched off mid-word. When you return you see “Draft restored”.',
        'All records are in one folder, shown in Settings. To move them, close the program and copy the whole folder.',
        'Choose once where copies are to be kept, preferably on another disk or a memory stick. They are then made automatically, and the Today screen says as of when your records are safe.',
        'To restore records from a copy, use the screen “Copies of the records” (Settings, Records). The previous records are kept beside them.',
        'With a password (Settings, Records) everything is encrypted, new copies too. Keep the sheet with the recovery key in a separate place: without password and key nobody can read the records. You can also let this computer’s account open them there, and issue a new key if the sheet is lost.',
        'Don’t keep the folder on a network share: a database can be corrupted there.',
        'The journal of actions keeps every change. The check in Settings shows whether records were altered from outside.',
      ],
    },
    {
      id: 'retention',
      title: 'How long to keep, and how to erase',
      body: [
        'Settings, “Retention periods”: for how many years each kind of complaint is kept, and by which act. What is due stands in a list; it goes when you have ticked and confirmed it.',
        '“Order to keep…” in the actions of a case keeps it from being erased: from the trash, by its term or on request. Such a case cannot go to the trash before the order is lifted.',
        'Complaints that the law requires to be kept need a reason to go to the trash; without one, emptying it does not erase them.',
        '“The complainant’s data…” in the same place: a report for the person, and erasing the person’s data. You first see what goes, what stays and why.',
        'Copies of the records still hold what was erased until they are removed themselves: the program names each with its last day. If such a copy took the records’ place, the program says what came back and erases it again in one step.',
        'Each row of the list “What was erased” has its record: one paper that names no person.',
      ],
    },
    {
      id: 'limits',
      title: 'What the program does not do',
      body: [
        'It sends nothing by itself and never connects to the network. You print the letter or attach it in your own mail.',
        'Deadlines are counted by the law as of the day the rule was checked, shown beside it. In a hard case ask a lawyer.',
      ],
    },
  ],
  keysTitle: 'Keys',
  keys: [
    ['Ctrl+N', 'New complaint'],
    ['Ctrl+K', 'Commands: any screen, action or complaint'],
    ['Ctrl+F', 'Search; in the register, its filter'],
    ['Ctrl+P', 'Print the letter, the case or the selected rows of the register'],
    ['Ctrl+S', 'Save the form you are typing in'],
    ['Ctrl and + − 0', 'Larger, smaller, usual text size'],
    ['Ctrl+Z', 'Undo your last change to the case'],
    ['Ctrl+Y', 'Redo what was undone in the case'],
    ['Ctrl+L', 'Lock the records, if they have a password'],
    ['F1', 'This help'],
    ['Esc', 'Back, close'],
    ['↑ ↓ PageUp PageDown Home End', 'Move through a list'],
    ['Shift+↑ ↓', 'Select several rows'],
    ['Ctrl+C', 'Copy the selected rows'],
    ['Ctrl+Space', 'Add a row to the selection; likewise a click with Ctrl, and with Shift a whole stretch'],
    ['Enter', 'Open'],
    ['← → ↑ ↓', 'In a calendar: a day and a week'],
    ['PageUp PageDown', 'In a calendar: a month; with Shift a year'],
  ],
}

export default help

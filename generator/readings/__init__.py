"""What is read out of people's words: a derived layer that never overrules what is recorded.

A reader is a pure function from a version to readings. A reading carries the words it rests on,
their place in the record, and how sure it is; an editor confirms or corrects it in procedure.yml.

- Papers: `papers.read_papers(version)`, groups of papers with their roles;
  `recorded_papers.recorded_groups(version)`, the items as the source has them, for pages.
- Steps: `steps.read_passages(version)`, one block taken apart, with who acts in each.
- Forms: `forms.read_forms(version)`, the forms that papers, steps and conditions name.
"""

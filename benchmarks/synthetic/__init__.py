"""Seeded synthetic catalogues of any size: the same seed and size give the same bytes.

    python -m benchmarks.synthetic FOLDER --procedures 6000 [--seed 1] [--publisher tinh-01]

Records have the shape of published ones (versions, decisions that publish and amend them, fees,
cases of dossiers, a register of texts and agencies); their words mean nothing.
"""

"""Exports of the national public-service portal: its document export, its detail and list APIs."""

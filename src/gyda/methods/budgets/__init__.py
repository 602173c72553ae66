"""Budgets"""

import torch
from torch import nn


class Trainer:
    def __init__(self, model: nn.Module, rate: float = 1e-3) -> None:
        self.model = model
        self.loss = nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(model.parameters(), lr=rate)
        self.steps = 0

    def step(self, images, labels) -> float:
        """One step downhill, on one batch."""
        self.model.train()
        guess = self.model(images)

        loss = self.loss(guess, labels)
        loss.backward()
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.steps += 1
        return loss.item()
